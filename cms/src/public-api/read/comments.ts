import type { ReadDatabase, Row } from './read-database'
import { bytesOf, integerOf, textOf, textOrNullOf } from './read-database'

/** A comment as the read model keeps it: its JSON has neither `replies` nor `replyCount`. */
export interface StoredComment {
  id: string
  parentId: string | null
  replyCount: number
  json: Buffer
}

const columns = 'document_id, parent_id, reply_count, json'

/** `total`: comments that show their text; `rootTotal`: root comments, tombstones included. */
export async function readThreadTotals(database: ReadDatabase, articleId: string): Promise<{ total: number, rootTotal: number }> {
  const kept = await database.first('select total from public_total where list_key = ?', [`comment|${articleId}`])
  const roots = await database.first('select count(*) as total from public_comment where article_id = ? and depth = 0', [articleId])
  return { total: kept ? integerOf(kept, 'total') : 0, rootTotal: roots ? integerOf(roots, 'total') : 0 }
}

/** Root comments, oldest first. */
export async function readRoots(database: ReadDatabase, articleId: string, offset: number, limit: number): Promise<StoredComment[]> {
  const rows = await database.all(
    `select ${columns} from public_comment where article_id = ? and depth = 0 order by path limit ? offset ?`,
    [articleId, limit, offset],
  )
  return rows.map(commentOf)
}

/** Everything below some root comments, each comment before its replies and these oldest first. */
export async function readReplies(database: ReadDatabase, rootIds: readonly string[]): Promise<StoredComment[]> {
  if (rootIds.length === 0)
    return []
  const rows = await database.all(
    `select ${columns} from public_comment where root_id in (${rootIds.map(() => '?').join(', ')}) and depth > 0 order by root_id, path`,
    rootIds,
  )
  return rows.map(commentOf)
}

const commentOf = (row: Row): StoredComment => ({
  id: textOf(row, 'document_id'),
  parentId: textOrNullOf(row, 'parent_id'),
  replyCount: integerOf(row, 'reply_count'),
  json: bytesOf(row, 'json'),
})
