import type { Knex } from 'knex'
import * as v from 'valibot'
import { storedFlag } from '../log/stored-row'

/** When an article stops taking comments of itself; an article without such a time has no row. */
export interface Closing {
  articleId: string
  /** ISO 8601 in UTC with milliseconds. */
  closesAt: string
  /** Whether readers are told so already. */
  isClosed: boolean
}

const rowsSchema = v.array(v.pipe(
  v.object({ article_id: v.string(), closes_at: v.string(), is_closed: storedFlag }),
  v.transform((row): Closing => ({ articleId: row.article_id, closesAt: row.closes_at, isClosed: row.is_closed })),
))

export async function readClosing(trx: Knex, articleId: string): Promise<Closing | null> {
  return v.parse(rowsSchema, await trx('comment_closing').where({ article_id: articleId }))[0] ?? null
}

/** Articles of which readers are to be told by now that they take no more comments. */
export async function readDue(knex: Knex, now: string): Promise<Closing[]> {
  return v.parse(rowsSchema, await knex('comment_closing').where({ is_closed: false }).where('closes_at', '<=', now).orderBy('closes_at'))
}

/** Those of some articles that are closed by their age. */
export async function readClosed(trx: Knex, articleIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = v.parse(rowsSchema, await trx('comment_closing').where({ is_closed: true }).whereIn('article_id', articleIds))
  return new Set(rows.map(row => row.articleId))
}

export async function writeClosing(trx: Knex, { articleId, closesAt, isClosed }: Closing): Promise<void> {
  await trx('comment_closing').insert({ article_id: articleId, closes_at: closesAt, is_closed: isClosed }).onConflict('article_id').merge()
}

export async function removeClosing(trx: Knex, articleId: string): Promise<void> {
  await trx('comment_closing').where({ article_id: articleId }).delete()
}
