import type { ReadDatabase, Row } from './read-database'
import { siteLanguages } from '../../publication/languages'
import { bytesOf, integerOf, integerOrNullOf, textOf } from './read-database'

export type DocumentType = 'article' | 'person' | 'organisation' | 'topic'

/** Where a slug leads, without the document's bytes. */
export interface DocumentHead {
  kind: 'document'
  type: DocumentType
  id: string
  language: string
  slug: string
  isWithdrawn: boolean
  version: number | null
  etag: string
  /** As the `Cache-Tag` header holds them. */
  tags: string
  /** The answer's bytes, where they were read with the head. */
  json: Buffer | null
}

const headColumns = 'document_id, language, slug, state, version, etag, tags'

/** The public (or withdrawn) document that has a slug now; with its bytes where they will be answered in any case. */
export async function findBySlug(database: ReadDatabase, type: DocumentType, language: string, slug: string, isWhole = false): Promise<DocumentHead | null> {
  const row = await database.first(
    `select ${isWhole ? `${headColumns}, json` : headColumns} from public_document where subject_type = ? and language = ? and slug = ?`,
    [type, language, slug],
  )
  return row && headOf(type, row)
}

/** The document that once had a slug, under the slug it has now. */
export async function findByOldSlug(database: ReadDatabase, type: DocumentType, language: string, slug: string): Promise<DocumentHead | null> {
  const row = await database.first(
    `select ${headColumns.split(', ').map(column => `d.${column}`).join(', ')} from slug_redirect r
     join public_document d on d.subject_type = r.subject_type and d.document_id = r.document_id and d.language = r.language
     where r.subject_type = ? and r.language = ? and r.slug = ?`,
    [type, language, slug],
  )
  return row && headOf(type, row)
}

/** The languages in which something public has a slug. */
export async function findLanguagesOf(database: ReadDatabase, type: DocumentType, slug: string): Promise<string[]> {
  const rows = await database.all(
    `select language from public_document where subject_type = ? and language in (${siteLanguages.map(() => '?').join(', ')}) and slug = ? and state = 'published'`,
    [type, ...siteLanguages, slug],
  )
  return rows.map(row => textOf(row, 'language'))
}

/** The id of the person, organisation or topic that has a slug, or once had it; they have the same one in every language. */
export async function findIdBySlug(database: ReadDatabase, type: Exclude<DocumentType, 'article'>, slug: string): Promise<{ id: string, isOldSlug: boolean } | null> {
  const row = await database.first(
    `select document_id, 0 as is_old from public_document where subject_type = ? and language = 'sv' and slug = ?
     union all select document_id, 1 as is_old from slug_redirect where subject_type = ? and language = 'sv' and slug = ? limit 1`,
    [type, slug, type, slug],
  )
  return row && { id: textOf(row, 'document_id'), isOldSlug: integerOf(row, 'is_old') === 1 }
}

/** The answer's bytes, with the entity tag that belongs to just these bytes; null when it was unpublished meanwhile. */
export async function readDocument(database: ReadDatabase, head: Pick<DocumentHead, 'type' | 'id' | 'language'>): Promise<{ json: Buffer, etag: string } | null> {
  const row = await database.first(
    'select json, etag from public_document where subject_type = ? and document_id = ? and language = ?',
    [head.type, head.id, head.language],
  )
  return row && { json: bytesOf(row, 'json'), etag: textOf(row, 'etag') }
}

function headOf(type: DocumentType, row: Row): DocumentHead {
  return {
    kind: 'document',
    type,
    id: textOf(row, 'document_id'),
    language: textOf(row, 'language'),
    slug: textOf(row, 'slug'),
    isWithdrawn: textOf(row, 'state') === 'withdrawn',
    version: integerOrNullOf(row, 'version'),
    etag: textOf(row, 'etag'),
    tags: textOf(row, 'tags'),
    json: row.json === undefined ? null : bytesOf(row, 'json'),
  }
}
