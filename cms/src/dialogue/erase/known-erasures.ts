import type { Knex } from 'knex'
import type { Strapi } from '../../publication/subjects'
import type { Erasure } from './journal'
import * as v from 'valibot'
import { readSettings } from '../../settings'
import { erasedKey } from './erase'
import { appendErasures, erasureKey, journalFile, readErasures } from './journal'

const ledgerRows = v.array(v.pipe(
  v.object({ at: v.string(), comment_id: v.string() }),
  v.transform((row): Erasure => ({ at: row.at, kind: 'comment', id: row.comment_id })),
))

const redactedRows = v.array(v.pipe(
  v.object({ at: v.string(), document_id: v.string(), language: v.string() }),
  v.transform((row): Erasure => ({ at: row.at, kind: 'article', id: `${row.document_id}-${row.language}` })),
))

const receipts = v.array(v.object({ receipt: v.string() }))

/** What is erased, by the journal of this machine and by the database, which hears of the other ones too. */
export async function knownErasures(knex: Knex): Promise<Erasure[]> {
  const journal = readErasures(journalFile(readSettings().dataDir))
  return [...journal, ...await missingIn(knex, journal)]
}

/** Writes into the journal what it does not have: of other replicas, and what a crash kept from it. */
export async function completeJournal(strapi: Strapi): Promise<void> {
  const { dataDir } = readSettings()
  appendErasures(dataDir, await missingIn(strapi.db.connection, readErasures(journalFile(dataDir))))
}

async function missingIn(knex: Knex, journal: readonly Erasure[]): Promise<Erasure[]> {
  const known = new Set(journal.map(erasureKey))
  return [...await erasedComments(knex), ...await erasedReports(knex), ...await erasedArticles(knex)].filter(erasure => !known.has(erasureKey(erasure)))
}

async function erasedArticles(knex: Knex): Promise<Erasure[]> {
  const rows: unknown = await knex('publication_log').select('at', 'document_id', 'language').where({ subject_type: 'article', action: 'redacted' }).orderBy('seq')
  return v.parse(redactedRows, rows)
}

async function erasedComments(knex: Knex): Promise<Erasure[]> {
  const rows: unknown = await knex('moderation_ledger').select('at', 'comment_id').where({ event: 'erased' }).orderBy('seq')
  return v.parse(ledgerRows, rows)
}

/** The database does not tell when a report was erased: here it is the moment when this machine heard of it. */
async function erasedReports(knex: Knex): Promise<Erasure[]> {
  const rows: unknown = await knex('comment_report').select('receipt').where('key_digest', 'like', `${erasedKey('')}%`).orderBy('receipt')
  const at = new Date().toISOString()
  return v.parse(receipts, rows).map(({ receipt }): Erasure => ({ at, kind: 'report', id: receipt }))
}
