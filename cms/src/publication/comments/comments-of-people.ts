import type { Knex } from 'knex'
import * as v from 'valibot'
import { noLanguage } from '../languages'

/** A comment and the article that it stands under. */
export interface CommentPlace {
  id: string
  articleId: string
}

const rowsSchema = v.pipe(
  v.array(v.object({ document_id: v.string(), article_id: v.string() })),
  v.transform(rows => rows.map((row): CommentPlace => ({ id: row.document_id, articleId: row.article_id }))),
)

/** Keeps who wrote a comment, where it is somebody that the site has a page for, or may come to have. */
export async function writeCommenter(trx: Knex, commentId: string, personId: string | null): Promise<void> {
  const key = { subject_type: 'comment', document_id: commentId, language: noLanguage }
  await trx('public_reference').where(key).delete()
  if (personId !== null)
    await trx('public_reference').insert({ ...key, target_type: 'person', target_id: personId })
}

/** The public comments that a person wrote; their answers show the person. */
export async function commentsBy(trx: Knex, personId: string): Promise<CommentPlace[]> {
  const rows: unknown = await trx('public_reference as r')
    .join('public_comment as c', 'c.document_id', 'r.document_id')
    .select('c.document_id', 'c.article_id')
    .where({ 'r.subject_type': 'comment', 'r.target_type': 'person', 'r.target_id': personId })
    .orderBy(['c.article_id', 'c.path'])
  return v.parse(rowsSchema, rows)
}

/** The public comments under an article that people of the site wrote: those that may be marked as the author's. */
export async function commentsOfPeopleUnder(trx: Knex, articleId: string): Promise<CommentPlace[]> {
  // from the thread to its writers: the other way leads past every comment of the site that has one
  const writer = trx('public_reference as r').select(trx.raw('1')).where({ 'r.subject_type': 'comment', 'r.target_type': 'person' }).whereRaw('r.document_id = c.document_id')
  const rows: unknown = await trx('public_comment as c').select('c.document_id', 'c.article_id').where('c.article_id', articleId).whereExists(writer).orderBy('c.path')
  return v.parse(rowsSchema, rows)
}
