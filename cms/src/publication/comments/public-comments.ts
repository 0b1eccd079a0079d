import type { Knex } from 'knex'
import type { PlacedComment } from './give-places'
import type { Appearance } from './visibility'
import * as v from 'valibot'
import { storedFlag } from '../log/stored-row'
import { depthOf, pathsAbove } from './thread-place'
import { countThread, removeThreadTotals } from './thread-totals'

/** A row of `public_comment` without its bytes and without what is counted for it. */
export interface PublicComment {
  id: string
  articleId: string
  /** The comment that it stands below. */
  parentId: string | null
  path: string
  appearance: NonNullable<Appearance>
  isQuestion: boolean
  isAnswered: boolean
}

const rowsSchema = v.array(v.pipe(
  v.object({
    document_id: v.string(),
    article_id: v.string(),
    parent_id: v.nullable(v.string()),
    path: v.string(),
    state: v.picklist(['approved', 'hidden']),
    is_question: storedFlag,
    is_answered: storedFlag,
  }),
  v.transform((row): PublicComment => ({
    id: row.document_id,
    articleId: row.article_id,
    parentId: row.parent_id,
    path: row.path,
    appearance: row.state,
    isQuestion: row.is_question,
    isAnswered: row.is_answered,
  })),
))

const columns = ['document_id', 'article_id', 'parent_id', 'path', 'state', 'is_question', 'is_answered']

export async function readPublicComments(trx: Knex, ids: readonly string[]): Promise<PublicComment[]> {
  return v.parse(rowsSchema, await trx('public_comment').select(columns).whereIn('document_id', ids).orderBy(['article_id', 'path']))
}

/** How a comment with a place stands in the public thread. */
export const publicComment = (comment: PlacedComment, parentId: string | null, appearance: NonNullable<Appearance>): PublicComment => ({
  id: comment.documentId,
  articleId: comment.articleId,
  parentId,
  path: comment.path,
  appearance,
  isQuestion: appearance === 'approved' && comment.isQuestion,
  isAnswered: appearance === 'approved' && comment.isQuestion && comment.answeredAt !== null,
})

/** Whether anything stands below a comment; each comment of a thread stands below one that is in it too. */
export async function hasPublicBelow(trx: Knex, id: string): Promise<boolean> {
  return await trx('public_comment').where({ parent_id: id }).first('document_id') !== undefined
}

/** The row that is inserted for a comment; what is answered for it is still to be projected. */
export const newRow = (comment: PublicComment, rootId: string, counts: { replies: number, children: number }) => ({
  document_id: comment.id,
  article_id: comment.articleId,
  parent_id: comment.parentId,
  root_id: rootId,
  path: comment.path,
  depth: depthOf(comment.path),
  ...changing(comment),
  reply_count: counts.replies,
  child_count: counts.children,
  json: Buffer.alloc(0),
})

const changing = ({ appearance, isQuestion, isAnswered }: PublicComment) => ({ state: appearance, is_question: isQuestion, is_answered: isAnswered })

/**
 * Puts a comment into the public thread or changes how it stands there, and keeps what is counted: the replies above it and the totals
 * of the thread. What is answered for it is still to be projected.
 * @param trx under the publication lock
 * @param comment with the appearance it shall have
 * @param rootId the root comment of its thread
 */
export async function writePublicComment(trx: Knex, comment: PublicComment, rootId: string): Promise<void> {
  const [before] = await readPublicComments(trx, [comment.id])
  if (before)
    await trx('public_comment').where({ document_id: comment.id }).update(changing(comment))
  else
    await trx('public_comment').insert(newRow(comment, rootId, await countBelow(trx, comment.id)))
  await countAbove(trx, before ?? null, comment)
  await countThread(trx, comment.articleId, before ?? null, comment)
}

export async function removePublicComment(trx: Knex, comment: PublicComment): Promise<void> {
  await trx('public_comment').where({ document_id: comment.id }).delete()
  await trx('public_reference').where({ subject_type: 'comment', document_id: comment.id }).delete()
  await countAbove(trx, comment, null)
  await countThread(trx, comment.articleId, comment, null)
}

/** Takes a whole thread out. */
export async function removePublicThread(trx: Knex, articleId: string): Promise<void> {
  const ids = trx('public_comment').select('document_id').where({ article_id: articleId })
  await trx('public_reference').where({ subject_type: 'comment' }).whereIn('document_id', ids).delete()
  await trx('public_comment').where({ article_id: articleId }).delete()
  await removeThreadTotals(trx, articleId)
}

const belowSchema = v.array(v.object({ state: v.string(), reply_count: v.number() }))

/** What stands below a comment that comes back into the thread. */
async function countBelow(trx: Knex, id: string): Promise<{ replies: number, children: number }> {
  const children = v.parse(belowSchema, await trx('public_comment').select('state', 'reply_count').where({ parent_id: id }))
  return { replies: children.reduce((sum, child) => sum + child.reply_count + Number(child.state === 'approved'), 0), children: children.length }
}

/** Keeps, at each comment above, how many comments with text and how many lines of the thread stand below it. */
async function countAbove(trx: Knex, before: PublicComment | null, after: PublicComment | null): Promise<void> {
  const { articleId, path, parentId } = after ?? before ?? {}
  if (!articleId || !path || parentId == null)
    return
  const replies = Number(after?.appearance === 'approved') - Number(before?.appearance === 'approved')
  const children = Number(after !== null) - Number(before !== null)
  if (replies !== 0)
    await trx('public_comment').where({ article_id: articleId }).whereIn('path', pathsAbove(path)).increment('reply_count', replies)
  if (children !== 0)
    await trx('public_comment').where({ document_id: parentId }).increment('child_count', children)
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
