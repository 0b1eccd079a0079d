import type { Knex } from 'knex'
import type { DocumentType } from '../subjects'
import type { DocumentKey } from './document-key'
import * as v from 'valibot'
import { storedNumber } from '../log/stored-row'
import { columnsOf } from './document-key'

/** What a row of the read model says beside the bytes that are answered. */
export interface PublicState extends DocumentKey {
  slug: string
  state: 'published' | 'withdrawn'
  version: number | null
  firstPublishedAt: string | null
  publicUpdatedAt: string
  /** The log row that holds what is public. */
  logSeq: number
}

const stateSchema = v.pipe(
  v.object({
    subject_type: v.picklist(['article', 'person', 'organisation', 'topic']),
    document_id: v.string(),
    language: v.string(),
    slug: v.string(),
    state: v.picklist(['published', 'withdrawn']),
    version: v.nullable(storedNumber),
    first_published_at: v.nullable(v.string()),
    public_updated_at: v.string(),
    log_seq: storedNumber,
  }),
  v.transform((row): PublicState => ({
    type: row.subject_type,
    id: row.document_id,
    language: row.language,
    slug: row.slug,
    state: row.state,
    version: row.version,
    firstPublishedAt: row.first_published_at,
    publicUpdatedAt: row.public_updated_at,
    logSeq: row.log_seq,
  })),
)

const columns = ['subject_type', 'document_id', 'language', 'slug', 'state', 'version', 'first_published_at', 'public_updated_at', 'log_seq']

/** The rows of one document, public or withdrawn, in every language. */
export async function readStates(trx: Knex, type: DocumentType, id: string): Promise<PublicState[]> {
  const rows: unknown = await trx('public_document').select(columns).where({ subject_type: type, document_id: id }).orderBy('language')
  return v.parse(v.array(stateSchema), rows)
}

/** The document that has a slug now, withdrawn ones included; null when the slug is free. */
export async function findSlugOwner(trx: Knex, type: DocumentType, language: string, slug: string): Promise<string | null> {
  const row: unknown = await trx('public_document').select('document_id').where({ subject_type: type, language, slug }).first()
  return row === undefined ? null : v.parse(v.object({ document_id: v.string() }), row).document_id
}

/** Writes a row; its answer is still to be projected (see `project.ts`). */
export async function writeState(trx: Knex, state: PublicState): Promise<void> {
  const { slug, version, firstPublishedAt, publicUpdatedAt, logSeq } = state
  const changing = { slug, state: state.state, version, first_published_at: firstPublishedAt, public_updated_at: publicUpdatedAt, log_seq: logSeq }
  await trx('public_document')
    .insert({ ...columnsOf(state), ...changing, json: Buffer.alloc(0), etag: '', tags: '' })
    .onConflict(['subject_type', 'document_id', 'language'])
    .merge(changing)
}

export async function removeState(trx: Knex, key: DocumentKey): Promise<void> {
  await trx('public_document').where(columnsOf(key)).delete()
}
