import type { CommentRule } from '@klartext/contract'
import type { CommentChange, CommentObserver } from '../../publication/comment-observers'
import type { CommentRow } from '../../publication/comments/comment-row'
import type { Publication } from '../../publication/publication'
import type { ModerationItem } from '../queues/moderation-item'
import type { DecisionNote } from './decision-notes'
import type { ChangeEvent } from './events-of-change'
import { isDeepStrictEqual } from 'node:util'
import { commentRules } from '@klartext/contract'
import { findAnswer, findComments } from '../../publication/comments/comment-row'
import { readPublicComments } from '../../publication/comments/public-comments'
import { appendToLedger } from '../ledger/append'
import { readLedger, standing } from '../ledger/ledger-row'
import { parseItems, readItem, saveItem } from '../queues/moderation-item'
import { writeAnswerLetter, writeDecisionLetter } from './decision-letters'
import { noteOn } from './decision-notes'
import { eventsOfChange } from './events-of-change'
import { publisherOf } from './publisher-of'
import { questionEvents } from './question-events'
import { handOnVerdicts } from './verdicts'

/** Keeps the queues, their totals and the ledger, and writes the letters, for every way in which a comment changes. */
export const keepDialogue: CommentObserver = { commentChanged, threadFollowed }

const decisionEvents: ReadonlySet<string> = new Set(['written', 'approved', 'declined', 'hidden', 'spam', 'withdrawn', 'erased', 'restored'])
const toldEvents: ReadonlySet<string> = new Set(['approved', 'declined', 'hidden', 'restored'])

async function commentChanged(publication: Publication, change: CommentChange, cause: CommentRow | null): Promise<void> {
  const { trx } = publication
  const { before, after } = change
  const comment = after ?? before
  if (!comment)
    return
  const item = await readItem(trx, comment.documentId)
  const held = standing(await readLedger(trx, comment.documentId))
  const note = noteOn(trx, comment.documentId, before === null)
  const isShown = after !== null && (await readPublicComments(trx, [comment.documentId]))[0]?.appearance === 'approved'
  const events = eventsOfChange(change, held)
  const asked = after ? questionEvents(after, isShown, held) : []
  const actor = note.actor ?? publication.actor
  const at = before === null && after ? openedAt(after, publication.now) : publication.now
  const decision = events.find(({ event }) => decisionEvents.has(event)) ?? null
  await writeEvents(publication, comment, [...events, ...asked], { note, actor, at, receivedAt: item?.receivedAt ?? at })
  await saveItem(trx, item, after && {
    commentId: after.documentId,
    articleId: after.articleId,
    status: after.moderationStatus,
    isOpenQuestion: isShown && after.isQuestion && after.answeredAt === null,
    openReports: item?.openReports ?? 0,
    receivedAt: item?.receivedAt ?? at,
    revision: item ? item.revision + Number(!isDeepStrictEqual(before, after) || events.length + asked.length > 0) : 1,
    ...decidedOf(item, after, decision && { at, actor }),
  })
  if (!after || after.moderationStatus === 'erased')
    await trx('commenter').where({ comment_id: comment.documentId }).delete()
  if (decision)
    await keepMessage(publication, comment, note)
  if (before && after && decision && toldEvents.has(decision.event))
    await writeDecisionLetter(publication, after, note)
  if (after && asked.some(({ event }) => event === 'answered') && cause?.parentId === after.documentId)
    await writeAnswerLetter(publication, after, cause.documentId)
  if (before)
    await handOnVerdicts(trx, before, events, actor)
}

/** When a new comment came in: when it was written, where that is stated and not in the future. */
const openedAt = ({ writtenAt }: CommentRow, now: string): string => writtenAt !== null && writtenAt < now ? writtenAt : now

function decidedOf(item: ModerationItem | null, { moderationStatus }: CommentRow, decision: { at: string, actor: string } | null): Pick<ModerationItem, 'decidedAt' | 'decidedBy'> {
  if (moderationStatus === 'pending')
    return { decidedAt: null, decidedBy: null }
  return decision ? { decidedAt: decision.at, decidedBy: decision.actor } : { decidedAt: item?.decidedAt ?? null, decidedBy: item?.decidedBy ?? null }
}

interface EventContext { note: DecisionNote, actor: string, at: string, receivedAt: string }

async function writeEvents({ strapi, trx, now }: Publication, comment: CommentRow, events: readonly ChangeEvent[], { note, actor, at, receivedAt }: EventContext): Promise<void> {
  if (events.length === 0)
    return
  const organisationId = await publisherOf(strapi, comment.articleId)
  const answeredAt = comment.answeredAt !== null && comment.answeredAt < now ? comment.answeredAt : now
  for (const { event, undoes } of events) {
    await appendToLedger(trx, {
      at: event === 'answered' ? answeredAt : at,
      commentId: comment.documentId,
      articleId: comment.articleId,
      organisationId,
      event,
      rule: ruleOf(event, comment, note),
      minutes: event === 'answered' ? Math.max(0, Math.round((Date.parse(answeredAt) - Date.parse(receivedAt)) / 60_000)) : null,
      undoes,
      // whoever sent it in did not decide on it
      actor: decisionEvents.has(event) && actor === 'reader' ? 'system' : actor,
    })
  }
}

function ruleOf(event: ChangeEvent['event'], comment: CommentRow, note: DecisionNote): CommentRule | null {
  if (event === 'declined')
    return note.rule ?? null
  return event === 'hidden' ? note.rule ?? commentRules.find(rule => rule === comment.hiddenRule) ?? null : null
}

/** What the sender is told stays with the last decision alone. */
async function keepMessage({ trx, now }: Publication, { documentId, moderationStatus }: CommentRow, { message }: DecisionNote): Promise<void> {
  await trx('moderation_message').where({ comment_id: documentId }).delete()
  if (message !== undefined && (moderationStatus === 'declined' || moderationStatus === 'hidden'))
    await trx('moderation_message').insert({ comment_id: documentId, message, at: now })
}

async function threadFollowed(publication: Publication, articleId: string, isPublic: boolean): Promise<void> {
  const { strapi, trx } = publication
  if (isPublic) {
    for (const question of await findComments(strapi, { articleId, isQuestion: true, moderationStatus: 'approved' })) {
      // who asked is told now of an answer that was given while the article was away
      const answer = question.answeredAt === null ? null : await findAnswer(strapi, question.documentId)
      await commentChanged(publication, { before: question, after: question }, answer)
    }
    return
  }
  // nobody can see them, so nobody waits
  for (const item of parseItems(await trx('moderation_item').where({ article_id: articleId, is_open_question: true })))
    await saveItem(trx, item, { ...item, isOpenQuestion: false })
}
