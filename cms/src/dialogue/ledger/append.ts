import type { CommentRule } from '@klartext/contract'
import type { Knex } from 'knex'
import { monthInStockholm } from './month'

/** What the private moderation ledger can say. A `restored` comment waits for a decision again. */
export const ledgerEvents = [
  'received',
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
  'answered',
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
  /** `admin:<id>`, `sender`, `reader` or `system`. */
  actor: string
}

/**
 * Adds one row to the moderation ledger and drops what was computed for its month.
 * @param trx the transaction that does what the entry tells of
 */
export async function appendToLedger(trx: Knex.Transaction, entry: LedgerEntry): Promise<void> {
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
    actor: entry.actor,
  })
  await trx('openness_month').where({ month }).whereIn('organisation_id', ['', organisationId]).delete()
}
