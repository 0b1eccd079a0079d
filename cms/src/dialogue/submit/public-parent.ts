import type { CommentPreview } from '@klartext/contract'
import type { Knex } from 'knex'
import * as v from 'valibot'
import { IntakeRefusal } from './refusal'

const rowSchema = v.object({ json: v.instance(Uint8Array) })
const shownSchema = v.object({ id: v.string(), number: v.string(), author: v.object({ name: v.nullable(v.string()) }) })

/**
 * The comment that a new one answers, as readers see it.
 * @throws IntakeRefusal where it does not show its text under the same article
 */
export async function readPublicParent(knex: Knex, articleId: string, parentId: string): Promise<NonNullable<CommentPreview['parent']>> {
  const row: unknown = await knex('public_comment').where({ document_id: parentId, article_id: articleId, state: 'approved' }).first('json')
  if (row === undefined)
    throw new IntakeRefusal('parent-not-public')
  const { id, number, author } = v.parse(shownSchema, JSON.parse(Buffer.from(v.parse(rowSchema, row).json).toString()))
  return { id, number, name: author.name }
}
