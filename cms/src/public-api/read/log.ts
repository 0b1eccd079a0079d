import type { ReadDatabase, Row } from './read-database'
import { integerOf, textOf, textOrNullOf } from './read-database'

/** A version of an article, without its text. */
export interface LoggedVersion {
  version: number
  at: string
  changeKind: string | null
  changeNote: string | null
  digest: string
}

/** A version with what a reader was told since it. */
export interface LoggedArticle extends LoggedVersion {
  firstPublishedAt: string | null
  publicUpdatedAt: string
  /** JSON without hosts; null once the law demanded its removal. */
  snapshot: string | null
}

const ofArticle = 'subject_type = \'article\' and document_id = ? and language = ?'
const versionColumns = 'version, at, change_kind, change_note, digest'
const articleColumns = `${versionColumns}, first_published_at, public_updated_at, snapshot`

/** How many versions of an article there are. */
export async function countVersions(database: ReadDatabase, id: string, language: string): Promise<number> {
  const row = await database.first(`select count(*) as total from publication_log where ${ofArticle} and action = 'published'`, [id, language])
  return row ? integerOf(row, 'total') : 0
}

/** Versions, newest first. */
export async function readVersions(database: ReadDatabase, id: string, language: string, offset: number, limit: number): Promise<LoggedVersion[]> {
  const rows = await database.all(
    `select ${versionColumns} from publication_log where ${ofArticle} and action = 'published' order by seq desc limit ? offset ?`,
    [id, language, limit, offset],
  )
  return rows.map(versionOf)
}

export async function readVersion(database: ReadDatabase, id: string, language: string, version: number): Promise<LoggedArticle | null> {
  const row = await database.first(
    `select ${articleColumns} from publication_log where ${ofArticle} and action = 'published' and version = ?`,
    [id, language, version],
  )
  return row && articleOf(row)
}

/** The version that was public at an instant; null when the article was not public then. */
export async function readVersionAt(database: ReadDatabase, id: string, language: string, instant: string): Promise<LoggedArticle | null> {
  const row = await database.first(
    `select action, ${articleColumns} from publication_log
     where ${ofArticle} and at <= ? and action in ('published', 'unpublished', 'withdrawn') order by seq desc limit 1`,
    [id, language, instant],
  )
  return row && textOf(row, 'action') === 'published' ? articleOf(row) : null
}

const versionOf = (row: Row): LoggedVersion => ({
  version: integerOf(row, 'version'),
  at: textOf(row, 'at'),
  changeKind: textOrNullOf(row, 'change_kind'),
  changeNote: textOrNullOf(row, 'change_note'),
  digest: textOf(row, 'digest'),
})

const articleOf = (row: Row): LoggedArticle => ({
  ...versionOf(row),
  firstPublishedAt: textOrNullOf(row, 'first_published_at'),
  publicUpdatedAt: textOf(row, 'public_updated_at'),
  snapshot: textOrNullOf(row, 'snapshot'),
})
