import type { Knex } from 'knex'
import type { Strapi } from '../../publication/subjects'
import * as v from 'valibot'
import { commentTable } from '../../publication/comments/comment-row'
import { readSettings } from '../../settings'
import { eraseComment } from '../erase/erase'
import { forgetSenders } from '../submit/forget-senders'

/** What was removed, by what it is. */
export interface Forgotten {
  senders: number
  addresses: number
  reportAddresses: number
  texts: number
  letters: number
}

const letterDays = 90
const batchSize = 200

const daysBefore = (now: Date, days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString()

function monthsBefore(now: Date, months: number): string {
  const then = new Date(now)
  then.setUTCMonth(then.getUTCMonth() - months)
  return then.toISOString()
}

/**
 * Removes what has been kept as long as the settings say:
 *
 * | what | how long |
 * |---|---|
 * | keyed hashes of network addresses | 30 days |
 * | the address with a comment | COMMENT_ADDRESS_MONTHS after the last thing that happened to it and is told in a letter |
 * | the address with a report | COMMENT_ADDRESS_MONTHS after it was decided |
 * | comments marked as spam, and declined ones | COMMENT_REFUSED_MONTHS after the decision: they are erased |
 * | rows of letters | 90 days |
 */
export async function forgetOld(strapi: Strapi, now: Date): Promise<Forgotten> {
  const knex = strapi.db.connection
  const { addressMonths, refusedMonths } = readSettings()
  const addressesBefore = monthsBefore(now, addressMonths)
  return {
    senders: await forgetSenders(knex, now),
    addresses: await forgetAddresses(knex, addressesBefore),
    reportAddresses: await knex('comment_report').whereNot({ state: 'open' }).where('decided_at', '<', addressesBefore).whereNotNull('email_hmac').update({ email_cipher: null, email_hmac: null }),
    letters: await knex('letter').where('created_at', '<', daysBefore(now, letterDays)).whereNull('next_try_at').delete(),
    // last: one that cannot be erased must not keep anything else
    texts: await eraseRefused(strapi, monthsBefore(now, refusedMonths)),
  }
}

/** Events that the sender is told of. */
const told = ['received', 'approved', 'declined', 'hidden', 'restored', 'answered']

async function forgetAddresses(knex: Knex, before: string): Promise<number> {
  const later = knex('moderation_ledger as l').select(knex.raw('1')).whereRaw('l.comment_id = commenter.comment_id').whereIn('l.event', told).where('l.at', '>=', before)
  return knex('commenter').where('created_at', '<', before).whereNotExists(later).delete()
}

async function eraseRefused(strapi: Strapi, before: string): Promise<number> {
  const knex = strapi.db.connection
  let erased = 0
  for (;;) {
    const rows: unknown = await knex('moderation_item as i')
      .join(`${commentTable(strapi)} as c`, 'c.document_id', 'i.comment_id')
      .select('i.comment_id')
      .whereIn('i.status', ['spam', 'declined'])
      .whereRaw('coalesce(i.decided_at, i.received_at) < ?', [before])
      .limit(batchSize)
    const ids = v.parse(v.array(v.object({ comment_id: v.string() })), rows).map(row => row.comment_id)
    for (const id of ids)
      erased += Number(await eraseComment(strapi, id))
    if (ids.length < batchSize)
      return erased
  }
}
