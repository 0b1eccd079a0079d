import type { Knex } from 'knex'
import * as v from 'valibot'
import { storedNumber } from '../../publication/log/stored-row'
import { readItem, saveItem } from './moderation-item'

/**
 * Keeps how many reports of a comment wait for a decision; called after one came in or was decided.
 * @param trx under the publication lock
 */
export async function keepOpenReports(trx: Knex.Transaction, commentId: string): Promise<void> {
  const item = await readItem(trx, commentId)
  if (!item)
    return
  const openReports = await countOpenReports(trx, commentId)
  if (openReports !== item.openReports)
    await saveItem(trx, item, { ...item, openReports })
}

export async function countOpenReports(trx: Knex, commentId: string): Promise<number> {
  const row: unknown = await trx('comment_report').where({ comment_id: commentId, state: 'open' }).count('* as total').first()
  return v.parse(v.object({ total: storedNumber }), row).total
}
