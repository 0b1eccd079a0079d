import type { Binding, ReadDatabase, Row } from './read-database'
import { maxReplies } from '@klartext/contract'
import { bytesOf, integerOf, textOf, textOrNullOf } from './read-database'

/** A comment as the read model keeps it: its JSON has neither `replies` nor `replyCount`. */
export interface StoredComment {
  id: string
  articleId: string
  parentId: string | null
  path: string
  /** Comments below it that show their text, at any depth. */
  replyCount: number
  /** Direct replies, tombstones included. */
  childCount: number
  json: Buffer
}

const columns = 'document_id, article_id, parent_id, path, reply_count, child_count, json'

/** What is kept of a thread: see the contract's `threadSchema`. */
export async function readThreadTotals(database: ReadDatabase, articleId: string): Promise<{ total: number, rootTotal: number, questions: { total: number, answered: number } }> {
  const names = ['comment', 'root', 'question', 'answered'].map(name => `${name}|${articleId}`)
  const rows = await database.all('select list_key, total from public_total where list_key in (?, ?, ?, ?)', names)
  const kept = new Map(rows.map(row => [textOf(row, 'list_key'), integerOf(row, 'total')]))
  const [total = 0, rootTotal = 0, questions = 0, answered = 0] = names.map(name => kept.get(name) ?? 0)
  return { total, rootTotal, questions: { total: questions, answered } }
}

/** A comment of a public thread; null where there is none. */
export async function readComment(database: ReadDatabase, id: string): Promise<StoredComment | null> {
  const row = await database.first(`select ${columns} from public_comment where document_id = ?`, [id])
  return row && commentOf(row)
}

/** Root comments, oldest first. */
export async function readRoots(database: ReadDatabase, articleId: string, offset: number, limit: number): Promise<StoredComment[]> {
  const rows = await database.all(
    `select ${columns} from public_comment where article_id = ? and depth = 0 order by path limit ? offset ?`,
    [articleId, limit, offset],
  )
  return rows.map(commentOf)
}

/** The direct replies to a comment, oldest first. */
export async function readChildren(database: ReadDatabase, parentId: string, offset: number, limit: number): Promise<StoredComment[]> {
  const rows = await database.all(
    `select ${columns} from public_comment where parent_id = ? order by path limit ? offset ?`,
    [parentId, limit, offset],
  )
  return rows.map(commentOf)
}

/**
 * What is below each of some comments, at most a hundred of each: each comment before its replies and these oldest first, so that none
 * comes without what it answers.
 */
export async function readReplies(database: ReadDatabase, tops: readonly StoredComment[]): Promise<StoredComment[]> {
  const answered = tops.filter(top => top.childCount > 0)
  if (answered.length === 0)
    return []
  // everything below 0003 lies between 0003. and 0003/, the next character
  const stretch = `select * from (select ${columns} from public_comment where article_id = ? and path > ? and path < ? order by path limit ${maxReplies}) as below`
  const rows = await database.all(
    answered.map(() => stretch).join(' union all '),
    answered.flatMap(({ articleId, path }): Binding[] => [articleId, `${path}.`, `${path}/`]),
  )
  return rows.map(commentOf)
}

const commentOf = (row: Row): StoredComment => ({
  id: textOf(row, 'document_id'),
  articleId: textOf(row, 'article_id'),
  parentId: textOrNullOf(row, 'parent_id'),
  path: textOf(row, 'path'),
  replyCount: integerOf(row, 'reply_count'),
  childCount: integerOf(row, 'child_count'),
  json: bytesOf(row, 'json'),
})
