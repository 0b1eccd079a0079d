import type { Knex } from 'knex'
import type { Appearance } from './visibility'
import * as v from 'valibot'
import { commentListOf } from '../read-model/article-facts'
import { countIn } from '../read-model/listings'
import { depthOf } from './thread-place'

/** A row of `public_comment` without its bytes. */
export interface PublicComment {
  id: string
  articleId: string
  /** The comment that it stands below. */
  parentId: string | null
  path: string
  appearance: NonNullable<Appearance>
}

const rowsSchema = v.array(v.pipe(
  v.object({ document_id: v.string(), article_id: v.string(), parent_id: v.nullable(v.string()), path: v.string(), state: v.picklist(['approved', 'hidden']) }),
  v.transform((row): PublicComment => ({ id: row.document_id, articleId: row.article_id, parentId: row.parent_id, path: row.path, appearance: row.state })),
))

const columns = ['document_id', 'article_id', 'parent_id', 'path', 'state']

export async function readPublicComments(trx: Knex, ids: readonly string[]): Promise<PublicComment[]> {
  return v.parse(rowsSchema, await trx('public_comment').select(columns).whereIn('document_id', ids).orderBy(['article_id', 'path']))
}

/** Whether anything stands below a place. */
export async function hasPublicBelow(trx: Knex, articleId: string, path: string): Promise<boolean> {
  return await trx('public_comment').where({ article_id: articleId }).where('path', 'like', `${path}.%`).first('document_id') !== undefined
}

/**
 * Puts a comment into the public thread or takes it out, and keeps the total of its article; what is answered for it is still to be
 * projected.
 * @param trx under the publication lock
 * @param comment with the appearance it shall have
 * @param rootId the root comment of its thread
 */
export async function writePublicComment(trx: Knex, comment: PublicComment, rootId: string): Promise<void> {
  const before = (await readPublicComments(trx, [comment.id]))[0]
  const changing = { state: comment.appearance }
  await trx('public_comment')
    .insert({
      document_id: comment.id,
      article_id: comment.articleId,
      parent_id: comment.parentId,
      root_id: rootId,
      path: comment.path,
      depth: depthOf(comment.path),
      ...changing,
      reply_count: 0,
      json: Buffer.alloc(0),
    })
    .onConflict('document_id')
    .merge(changing)
  await countApproved(trx, comment.articleId, before?.appearance === 'approved', comment.appearance === 'approved')
}

export async function removePublicComment(trx: Knex, comment: PublicComment): Promise<void> {
  await trx('public_comment').where({ document_id: comment.id }).delete()
  await trx('public_reference').where({ subject_type: 'comment', document_id: comment.id }).delete()
  await countApproved(trx, comment.articleId, comment.appearance === 'approved', false)
}

/** Takes a whole thread out. */
export async function removePublicThread(trx: Knex, articleId: string): Promise<void> {
  const ids = trx('public_comment').select('document_id').where({ article_id: articleId })
  await trx('public_reference').where({ subject_type: 'comment' }).whereIn('document_id', ids).delete()
  await trx('public_comment').where({ article_id: articleId }).delete()
  await trx('public_total').where({ list_key: commentListOf(articleId) }).delete()
}

async function countApproved(trx: Knex, articleId: string, before: boolean, after: boolean): Promise<void> {
  await countIn(trx, [commentListOf(articleId)], Number(after) - Number(before))
}

/** The next number below a place; numbers are never given twice, also when what had them is gone. */
export async function takeOrdinal(trx: Knex, articleId: string, parentPath: string): Promise<number> {
  const rows: unknown = await trx('comment_ordinal')
    .insert({ article_id: articleId, parent_path: parentPath, last: 1 })
    .onConflict(['article_id', 'parent_path'])
    .merge({ last: trx.raw('comment_ordinal.last + 1') })
    .returning('last')
  return v.parse(v.tuple([v.object({ last: v.number() })]), rows)[0].last
}
