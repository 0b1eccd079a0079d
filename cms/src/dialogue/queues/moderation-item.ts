import type { Knex } from 'knex'
import type { QueueFacts } from './queue-names'
import * as v from 'valibot'
import { moderationStatuses } from '../../publication/comments/comment-row'
import { storedFlag } from '../../publication/log/stored-row'
import { totalNames, totalsFor } from './queue-names'

/** Where a comment stands in the moderators' queues. */
export interface ModerationItem extends QueueFacts {
  commentId: string
  articleId: string
  /** ISO 8601 in UTC with milliseconds. */
  receivedAt: string
  /** Grows with every change of the comment; a moderator who saw an older one is told. */
  revision: number
  decidedAt: string | null
  /** Who decided, as the ledger has it. */
  decidedBy: string | null
}

const rowSchema = v.pipe(
  v.object({
    comment_id: v.string(),
    article_id: v.string(),
    status: v.picklist(moderationStatuses),
    is_open_question: storedFlag,
    open_reports: v.number(),
    received_at: v.string(),
    revision: v.number(),
    decided_at: v.nullable(v.string()),
    decided_by: v.nullable(v.string()),
  }),
  v.transform((row): ModerationItem => ({
    commentId: row.comment_id,
    articleId: row.article_id,
    status: row.status,
    isOpenQuestion: row.is_open_question,
    openReports: row.open_reports,
    receivedAt: row.received_at,
    revision: row.revision,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  })),
)

export const parseItems = (rows: unknown): ModerationItem[] => v.parse(v.array(rowSchema), rows)

export async function readItem(trx: Knex, commentId: string): Promise<ModerationItem | null> {
  return parseItems(await trx('moderation_item').where({ comment_id: commentId }))[0] ?? null
}

/**
 * Writes where a comment stands, and keeps the totals of the queues.
 * @param trx under the publication lock
 * @param before as it stands in the table
 * @param after null takes it out of every queue
 */
export async function saveItem(trx: Knex, before: ModerationItem | null, after: ModerationItem | null): Promise<void> {
  if (after)
    await trx('moderation_item').insert(columnsOf(after)).onConflict('comment_id').merge()
  else if (before)
    await trx('moderation_item').where({ comment_id: before.commentId }).delete()
  await keepTotals(trx, before, after)
}

const columnsOf = (item: ModerationItem) => ({
  comment_id: item.commentId,
  article_id: item.articleId,
  status: item.status,
  is_open_question: item.isOpenQuestion,
  open_reports: item.openReports,
  received_at: item.receivedAt,
  revision: item.revision,
  decided_at: item.decidedAt,
  decided_by: item.decidedBy,
})

async function keepTotals(trx: Knex, before: QueueFacts | null, after: QueueFacts | null): Promise<void> {
  const left = before ? totalsFor(before) : []
  const entered = after ? totalsFor(after) : []
  for (const name of totalNames) {
    const by = Number(entered.includes(name)) - Number(left.includes(name))
    if (by !== 0)
      await trx('moderation_total').insert({ queue: name, total: by }).onConflict('queue').merge({ total: trx.raw('moderation_total.total + ?', [by]) })
  }
}
