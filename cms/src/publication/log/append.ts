import type { Knex } from 'knex'
import type { NewLogRow } from './log-row'
import * as v from 'valibot'
import { notifyAtCommit } from '../notifier'
import { sha256 } from './canonical-json'
import { chainOf, chainStart } from './chain'
import { storedNumber } from './stored-row'

/**
 * Adds one row at the end of the log.
 * @param trx the transaction that holds the publication lock (see `lock.ts`): the last row must be the last one for everybody
 * @param row what happened; `snapshot` is canonical JSON
 * @returns the row's `seq`
 */
export async function appendToLog(trx: Knex.Transaction, row: NewLogRow): Promise<number> {
  const last: unknown = await trx('publication_log').select('chain').orderBy('seq', 'desc').first()
  const previous = last === undefined ? chainStart : v.parse(v.object({ chain: v.string() }), last).chain
  const digest = sha256(row.snapshot)
  const inserted: unknown = await trx('publication_log').insert({
    subject_type: row.subjectType,
    document_id: row.documentId,
    language: row.language,
    slug: row.slug,
    action: row.action,
    version: row.version,
    change_kind: row.changeKind,
    change_note: row.changeNote,
    at: row.at,
    actor: row.actor,
    first_published_at: row.firstPublishedAt,
    public_updated_at: row.publicUpdatedAt,
    tags: row.tags,
    snapshot: row.snapshot,
    digest,
    chain: chainOf(previous, { ...row, digest }),
  }, ['seq'])
  await notifyAtCommit(trx)
  return v.parse(v.tuple([v.object({ seq: storedNumber })]), inserted)[0].seq
}
