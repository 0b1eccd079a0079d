import type { CommentRule } from '@klartext/contract'
import type { Knex } from 'knex'
import type { LedgerRow } from './ledger-row'
import { lockPublication } from '../../publication/lock'
import { monthInStockholm } from './month'

/**
 * What the private moderation ledger can say.
 *
 * - `written`: somebody of the site wrote it; no reader's comment came in.
 * - `restored`: a decision was taken back.
 * - `asked`, `answered`: a question became public, and got its first answer by somebody of the site. `unasked` and `unanswered` take
 *   that back.
 */
export const ledgerEvents = [
  'received',
  'written',
  'approved',
  'declined',
  'hidden',
  'spam',
  'withdrawn',
  'erased',
  'restored',
  'edited',
  'question',
  'no-question',
  'asked',
  'unasked',
  'answered',
  'unanswered',
  'reported',
  'report-upheld',
  'report-rejected',
] as const

export type LedgerEvent = (typeof ledgerEvents)[number]

export interface LedgerEntry {
  /** ISO 8601 in UTC with milliseconds. */
  at: string
  commentId: string
  articleId: string
  /** The organisation that publishes the article, or null. */
  organisationId: string | null
  event: LedgerEvent
  rule?: CommentRule | null
  /** The receipt number, for events of a report. */
  report?: string | null
  /** From question to first answer, for `answered`. */
  minutes?: number | null
  /** The row that this one takes back or replaces: it counts no more. */
  undoes?: LedgerRow | null
  /** `admin:<id>`, `sender`, `reader` or `system`. */
  actor: string
}

/**
 * Adds one row to the moderation ledger and drops what was computed for its month. Takes the publication lock: what is computed of a
 * month is kept only while nothing is added to it.
 * @param trx the transaction that does what the entry tells of
 */
export async function appendToLedger(trx: Knex.Transaction, entry: LedgerEntry): Promise<void> {
  await lockPublication(trx)
  const month = monthInStockholm(entry.at)
  const organisationId = entry.organisationId ?? ''
  await trx('moderation_ledger').insert({
    at: entry.at,
    month,
    comment_id: entry.commentId,
    article_id: entry.articleId,
    organisation_id: organisationId,
    event: entry.event,
    rule: entry.rule ?? null,
    report: entry.report ?? null,
    minutes: entry.minutes ?? null,
    undoes: entry.undoes?.seq ?? null,
    actor: entry.actor,
  })
  await forgetMonth(trx, month, organisationId)
  if (entry.undoes)
    await forgetMonth(trx, entry.undoes.month, entry.undoes.organisationId)
}

async function forgetMonth(trx: Knex.Transaction, month: string, organisationId: string): Promise<void> {
  await trx('openness_month').where({ month }).whereIn('organisation_id', ['', organisationId]).delete()
}
