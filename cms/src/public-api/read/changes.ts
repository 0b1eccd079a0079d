import type { SubjectType } from '@klartext/contract'
import type { ReadDatabase, Row } from './read-database'
import { changeActions, subjectTypes } from '@klartext/contract'
import * as v from 'valibot'
import { integerOf, integerOrNullOf, textOf, textOrNullOf } from './read-database'

/** A log row as far as it is public. */
export interface LoggedChange {
  seq: number
  at: string
  action: string
  type: SubjectType
  id: string
  language: string | null
  slug: string | null
  version: number | null
  tags: string[]
}

// the columns are named: `actor`, for one, is nobody's business outside
const columns = 'seq, at, action, subject_type, document_id, language, slug, version, tags'
const actionSchema = v.picklist(changeActions)
const typeSchema = v.picklist(subjectTypes)

/** Log rows after a place in the log, oldest first. */
export async function readChanges(database: ReadDatabase, after: number, limit: number): Promise<LoggedChange[]> {
  const rows = await database.all(`select ${columns} from publication_log where seq > ? order by seq limit ?`, [after, limit])
  const changes = rows.map(changeOf)
  const threads = changes.flatMap(change => change.type === 'comment' ? threadOf(change) ?? [] : [])
  const slugs = await articleSlugs(database, [...new Set(threads)])
  return changes.map((change): LoggedChange => {
    const article = change.type === 'comment' ? slugs.get(threadOf(change) ?? '') : undefined
    return article ? { ...change, ...article } : change
  })
}

/** The article that a change to a comment makes stale the thread of. */
const threadOf = ({ tags }: LoggedChange): string | undefined => tags.find(tag => tag.startsWith('comments:'))?.slice('comments:'.length)

/** Where the threads are now; an article in two languages has one thread, told of in Swedish where there is Swedish. */
async function articleSlugs(database: ReadDatabase, ids: readonly string[]): Promise<Map<string, { slug: string, language: string }>> {
  if (ids.length === 0)
    return new Map()
  const rows = await database.all(
    `select document_id, language, slug from public_document where subject_type = 'article' and state = 'published'
     and document_id in (${ids.map(() => '?').join(', ')})`,
    ids,
  )
  const places = rows.map(row => ({ id: textOf(row, 'document_id'), slug: textOf(row, 'slug'), language: textOf(row, 'language') }))
  // the last of a key stands, and sv comes after en
  return new Map(places.sort((a, b) => a.language < b.language ? -1 : 1).map(({ id, slug, language }) => [id, { slug, language }]))
}

const changeOf = (row: Row): LoggedChange => ({
  seq: integerOf(row, 'seq'),
  at: textOf(row, 'at'),
  action: v.parse(actionSchema, row.action),
  type: v.parse(typeSchema, row.subject_type),
  id: textOf(row, 'document_id'),
  language: textOf(row, 'language') || null,
  slug: textOrNullOf(row, 'slug'),
  version: integerOrNullOf(row, 'version'),
  tags: textOf(row, 'tags').split(',').filter(tag => tag !== ''),
})
