import type { CommentRow } from '../../publication/comments/comment-row'
import type { Strapi } from '../../publication/subjects'
import type { Answerer } from './answerers'
import type { ScreenItem } from './present-items'
import { commentRules } from '@klartext/contract'
import * as v from 'valibot'
import { findComment, findReplies } from '../../publication/comments/comment-row'
import { namesOf } from '../decide/actor-names'
import { readLedger } from '../ledger/ledger-row'
import { readItem } from '../queues/moderation-item'
import { answerersFor } from './answerers'
import { presentComments, presentItems } from './present-items'

/** Everything that a moderator sees of one comment. */
export interface CommentDetail {
  item: ScreenItem
  /** What it answers, up to the root, and the first of what was answered to it, in the order of the thread. */
  thread: ScreenItem[]
  history: { at: string, event: string, rule: string | null, actor: string }[]
  reports: { receipt: string, rule: string, text: string, receivedAt: string, state: string, decisionText: string | null }[]
  /** What the sender was told with the last decision. */
  message: string | null
  answerers: Answerer[]
}

const threadLength = 30
const longestAncestry = 8

const reportRows = v.array(v.object({
  receipt: v.string(),
  rule: v.picklist(commentRules),
  text: v.string(),
  received_at: v.string(),
  state: v.string(),
  decision_text: v.nullable(v.string()),
}))
const messageRow = v.optional(v.object({ message: v.string() }))

/** @returns null when there is no such comment */
export async function commentDetail(strapi: Strapi, id: string): Promise<CommentDetail | null> {
  const knex = strapi.db.connection
  const item = await readItem(knex, id)
  const comment = await findComment(strapi, id)
  const [shown] = item ? await presentItems(strapi, [item]) : []
  if (!comment || !shown)
    return null
  const ledger = await readLedger(knex, id)
  const nameOf = await namesOf(strapi, ledger.map(row => row.actor))
  const reports = v.parse(reportRows, await knex('comment_report').where({ comment_id: id }).orderBy('received_at'))
  return {
    item: shown,
    thread: await threadAround(strapi, comment),
    history: ledger.map(({ at, event, rule, actor }) => ({ at, event, rule, actor: nameOf(actor) })),
    reports: reports.map(row => ({ receipt: row.receipt, rule: row.rule, text: row.text, receivedAt: row.received_at, state: row.state, decisionText: row.decision_text })),
    message: v.parse(messageRow, await knex('moderation_message').where({ comment_id: id }).first())?.message ?? null,
    answerers: await answerersFor(knex, comment.articleId),
  }
}

async function threadAround(strapi: Strapi, comment: CommentRow): Promise<ScreenItem[]> {
  const above: CommentRow[] = []
  for (let parentId = comment.parentId; parentId !== null && above.length < longestAncestry;) {
    const parent = await findComment(strapi, parentId)
    if (parent)
      above.unshift(parent)
    parentId = parent?.parentId ?? null
  }
  const siblings = comment.parentId === null ? [] : await findReplies(strapi, comment.parentId, threadLength)
  const replies = await findReplies(strapi, comment.documentId, threadLength)
  const ids = [...new Set([...above, ...siblings, ...replies].map(row => row.documentId))].filter(id => id !== comment.documentId).slice(0, threadLength)
  return presentComments(strapi, ids)
}
