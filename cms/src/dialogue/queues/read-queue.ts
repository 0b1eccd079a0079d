import type { Knex } from 'knex'
import type { ModerationItem } from './moderation-item'
import type { QueueName, TotalName } from './queue-names'
import * as v from 'valibot'
import { parseItems } from './moderation-item'
import { totalNames } from './queue-names'

export interface QueuePage {
  items: ModerationItem[]
  /** What to ask with to go on; null at the end. */
  next: string | null
}

/** Where each queue is in the table, and from which end it is read: what waits is read from the oldest. */
const stretches: Record<QueueName, { where: (query: Knex.QueryBuilder) => Knex.QueryBuilder, order: 'asc' | 'desc' }> = {
  waiting: { where: query => query.where({ status: 'pending' }), order: 'asc' },
  // as the partial indexes word it
  questions: { where: query => query.whereRaw('is_open_question'), order: 'asc' },
  reported: { where: query => query.whereRaw('open_reports > 0'), order: 'asc' },
  approved: { where: query => query.where({ status: 'approved' }), order: 'desc' },
  declined: { where: query => query.where({ status: 'declined' }), order: 'desc' },
  spam: { where: query => query.where({ status: 'spam' }), order: 'desc' },
  hidden: { where: query => query.where({ status: 'hidden' }), order: 'desc' },
}

const cursorSchema = v.tuple([v.string(), v.string()])

/**
 * A page of a queue, by keyset: it costs the same wherever it begins and however long the queue is.
 * @param knex to read from
 * @param queue its name
 * @param after what a page before gave as `next`; null for the first page
 * @param limit how many at most
 * @returns null when `after` is none that a page gave
 */
export async function readQueue(knex: Knex, queue: QueueName, after: string | null, limit: number): Promise<QueuePage | null> {
  const { where, order } = stretches[queue]
  const cursor = after === null ? null : readCursor(after)
  if (after !== null && !cursor)
    return null
  const query = where(knex('moderation_item')).orderBy([{ column: 'received_at', order }, { column: 'comment_id', order }]).limit(limit + 1)
  if (cursor)
    query.whereRaw(`(received_at, comment_id) ${order === 'asc' ? '>' : '<'} (?, ?)`, cursor)
  const rows = parseItems(await query)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? writeCursor(last) : null }
}

const writeCursor = ({ receivedAt, commentId }: ModerationItem): string => Buffer.from(JSON.stringify([receivedAt, commentId])).toString('base64url')

function readCursor(text: string): [string, string] | null {
  try {
    const parsed = v.safeParse(cursorSchema, JSON.parse(Buffer.from(text, 'base64url').toString()))
    return parsed.success ? parsed.output : null
  }
  catch (error) {
    if (error instanceof SyntaxError)
      return null
    throw error
  }
}

/** The most overdue questions that are counted; more than that is told as that. */
export const countedOverdue = 1000

const totalsSchema = v.object(v.entriesFromList(totalNames, v.optional(v.number(), 0)))
const totalRows = v.array(v.object({ queue: v.string(), total: v.number() }))

/** The kept totals of the queues, and how many public questions have waited for an answer since before an instant. */
export async function readTotals(knex: Knex, overdueBefore: string): Promise<Record<TotalName, number> & { overdue: number }> {
  const kept = v.parse(totalRows, await knex('moderation_total').select('queue', 'total'))
  const overdue: unknown[] = await knex('moderation_item').select('comment_id').whereRaw('is_open_question').where('received_at', '<', overdueBefore).limit(countedOverdue)
  const totals = v.parse(totalsSchema, Object.fromEntries(kept.map(row => [row.queue, row.total])))
  return { ...totals, overdue: overdue.length }
}
