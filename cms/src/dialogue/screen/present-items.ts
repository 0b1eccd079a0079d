import type { CommentRow, ModerationStatus } from '../../publication/comments/comment-row'
import type { Strapi } from '../../publication/subjects'
import type { ModerationItem } from '../queues/moderation-item'
import type { ShownArticle } from './shown-articles'
import { findComments } from '../../publication/comments/comment-row'
import { numberOf } from '../../publication/comments/thread-place'
import { readSettings } from '../../settings'
import { namesOf } from '../decide/actor-names'
import { parseItems } from '../queues/moderation-item'
import { overdueBefore } from './overdue'
import { readPersonNames } from './person-names'
import { readShownArticles } from './shown-articles'
import { readSubmissions } from './submissions'

/** A comment as the moderation screen shows it. */
export interface ScreenItem {
  id: string
  /** As people cite it; null before it is public. */
  number: string | null
  status: ModerationStatus
  name: string | null
  text: string
  isQuestion: boolean
  answeredAt: string | null
  receivedAt: string
  ageDays: number
  /** A public question that nobody has answered within the days that are set. */
  isOverdue: boolean
  article: ShownArticle
  /** What it answers. */
  parent: { number: string | null, name: string | null } | null
  openReports: number
  /** The rules of the spam policy that fired. */
  findings: { rule: string, detail: string }[]
  spamScore: number | null
  hasEmail: boolean
  revision: number
  decidedAt: string | null
  decidedBy: string | null
  language: string
}

const day = 24 * 60 * 60 * 1000

/** Items with everything that is shown of them, in their order; one whose comment is gone meanwhile is left out. */
export async function presentItems(strapi: Strapi, items: readonly ModerationItem[], now = new Date()): Promise<ScreenItem[]> {
  const comments = await commentsById(strapi, items.map(item => item.commentId))
  const parents = await commentsById(strapi, [...comments.values()].flatMap(comment => comment.parentId ?? []))
  const articles = await readShownArticles(strapi, items.map(item => item.articleId))
  const submissions = await readSubmissions(strapi.db.connection, items.map(item => item.commentId))
  const people = await readPersonNames(strapi.db.connection, [...comments.values(), ...parents.values()].flatMap(comment => comment.personId ?? []))
  const nameOfActor = await namesOf(strapi, items.map(item => item.decidedBy))
  const overdue = overdueBefore(now, readSettings().answerWithinDays)
  const nameOf = ({ authorName, personId }: CommentRow): string | null => authorName ?? people.get(personId ?? '') ?? null
  const numberIn = ({ path }: CommentRow): string | null => path === null ? null : numberOf(path)
  return items.flatMap((item): ScreenItem[] => {
    const comment = comments.get(item.commentId)
    if (!comment)
      return []
    const parent = parents.get(comment.parentId ?? '')
    return [{
      id: item.commentId,
      number: numberIn(comment),
      status: item.status,
      name: nameOf(comment),
      text: comment.bodyText ?? '',
      isQuestion: comment.isQuestion,
      answeredAt: comment.answeredAt,
      receivedAt: item.receivedAt,
      ageDays: Math.max(0, Math.floor((now.getTime() - Date.parse(item.receivedAt)) / day)),
      isOverdue: item.isOpenQuestion && item.receivedAt < overdue,
      article: articles.get(item.articleId) ?? { id: item.articleId, title: 'Artikeln finns inte längre', path: null },
      parent: parent ? { number: numberIn(parent), name: nameOf(parent) } : null,
      openReports: item.openReports,
      ...submissions(item.commentId),
      revision: item.revision,
      decidedAt: item.decidedAt,
      decidedBy: item.decidedBy === null ? null : nameOfActor(item.decidedBy),
      language: comment.language,
    }]
  })
}

/** The same of some comments by their documentIds, as they stand now. */
export async function presentComments(strapi: Strapi, ids: readonly string[]): Promise<ScreenItem[]> {
  const items = new Map(parseItems(await strapi.db.connection('moderation_item').whereIn('comment_id', ids)).map(item => [item.commentId, item]))
  return presentItems(strapi, ids.flatMap(id => items.get(id) ?? []))
}

async function commentsById(strapi: Strapi, ids: readonly string[]): Promise<Map<string, CommentRow>> {
  if (ids.length === 0)
    return new Map()
  const found = await findComments(strapi, { documentId: { $in: [...new Set(ids)] } })
  return new Map(found.map(comment => [comment.documentId, comment]))
}
