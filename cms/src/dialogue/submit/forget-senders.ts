import type { Knex } from 'knex'
import { rateTable } from '../spam/rate-limits'

/** How long it is kept which comments and reports came from one sender. */
export const senderDays = 30

/**
 * Empties what was derived from readers' network addresses more than 30 days ago: nobody can tell any more that two comments, or a
 * comment and a repetition of it, came from one sender. Counts of limits that have run out go too.
 * @param knex outside any transaction
 * @param now the instant that the days are counted back from
 * @returns how many comments and reports were emptied
 */
export async function forgetSenders(knex: Knex, now: Date): Promise<number> {
  const before = new Date(now.getTime() - senderDays * 24 * 60 * 60 * 1000).toISOString()
  await knex(rateTable).where('expire', '<', now.getTime()).delete()
  const comments = await knex('comment_submission').where('received_at', '<', before).whereNotNull('sender_hash').update({ sender_hash: null, twin_digest: '' })
  const reports = await knex('comment_report').where('received_at', '<', before).whereNotNull('sender_hash').update({ sender_hash: null })
  return comments + reports
}
