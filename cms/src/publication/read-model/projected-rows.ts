import type { Knex } from 'knex'
import type { Snapshot, WithdrawalSnapshot } from '../snapshot/schemas'
import type { DocumentKey } from './document-key'
import * as v from 'valibot'
import { storedNumber } from '../log/stored-row'
import { parseWithdrawal } from '../snapshot/schemas'
import { withKnownSizes } from './known-sizes'
import { parseStored } from './public-snapshots'

/** A row of the read model with what the log says of it. */
export interface ProjectedRow {
  key: DocumentKey
  content: Snapshot | WithdrawalSnapshot
  version: number | null
  changeNote: string | null
  firstPublishedAt: string | null
  publicUpdatedAt: string
  /** When the log row was written. */
  at: string
}

const rowsSchema = v.array(v.pipe(
  v.object({
    subject_type: v.picklist(['article', 'person', 'organisation', 'topic']),
    document_id: v.string(),
    language: v.string(),
    state: v.picklist(['published', 'withdrawn']),
    version: v.nullable(storedNumber),
    change_note: v.nullable(v.string()),
    first_published_at: v.nullable(v.string()),
    public_updated_at: v.string(),
    at: v.string(),
    snapshot: v.nullable(v.string()),
  }),
  v.transform((row): ProjectedRow => ({
    key: { type: row.subject_type, id: row.document_id, language: row.language },
    content: row.state === 'withdrawn' && row.snapshot !== null ? parseWithdrawal(row.snapshot) : parseStored(row.snapshot),
    version: row.version,
    changeNote: row.change_note,
    firstPublishedAt: row.first_published_at,
    publicUpdatedAt: row.public_updated_at,
    at: row.at,
  })),
))

/** The named rows of the read model, each with the log row that it stands on; a key without a row gives none. */
export async function readProjectedRows(trx: Knex, keys: readonly DocumentKey[]): Promise<ProjectedRow[]> {
  const rows: unknown = await trx('public_document as d')
    .join('publication_log as l', 'l.seq', 'd.log_seq')
    .select('d.subject_type', 'd.document_id', 'd.language', 'd.state', 'd.version', 'l.change_note', 'd.first_published_at', 'd.public_updated_at', 'l.at', 'l.snapshot')
    .whereIn(['d.subject_type', 'd.document_id', 'd.language'], keys.map(({ type, id, language }) => [type, id, language]))
  const projected = v.parse(rowsSchema, rows)
  const documents = projected.filter(row => row.content.type !== 'withdrawal')
  const snapshots = await withKnownSizes(trx, documents.flatMap(({ content }) => content.type === 'withdrawal' ? [] : [content]))
  documents.forEach((row, index) => row.content = snapshots[index] ?? row.content)
  return projected
}
