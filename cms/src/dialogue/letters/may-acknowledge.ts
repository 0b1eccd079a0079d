import type { Knex } from 'knex'
import * as v from 'valibot'
import { storedNumber } from '../../publication/log/stored-row'
import { emailHmac } from '../vault/email'

/** Nobody has confirmed an address that is typed into a form: so many letters an hour it gets for that, whoever typed it. */
const mostPerHour = 5

const totalSchema = v.object({ total: storedNumber })

/**
 * Whether a letter that says that something was received may go to an address, so that nobody can flood another one's mailbox with
 * comments and reports. What is decided on them is told all the same: there a person stands between.
 * @param trx before what came in is written
 * @param email as it was typed
 * @param now the instant that the hour is counted back from
 */
export async function mayAcknowledge(trx: Knex, email: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - 3_600_000).toISOString()
  const mine = { email_hmac: emailHmac(email) }
  const comments: unknown = await trx('commenter').where(mine).where('created_at', '>', since).count('* as total').first()
  const reports: unknown = await trx('comment_report').where(mine).where('received_at', '>', since).count('* as total').first()
  return v.parse(totalSchema, comments).total + v.parse(totalSchema, reports).total < mostPerHour
}
