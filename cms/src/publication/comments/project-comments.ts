import type { Knex } from 'knex'
import type { Addresses } from '../present/present'
import type { ReferenceTarget } from '../snapshot/references'
import type { Strapi } from '../subjects'
import * as v from 'valibot'
import { defaultLanguage } from '../languages'
import { batches } from '../read-model/document-key'
import { parseStored, readReferences } from '../read-model/public-snapshots'
import { findComments } from './comment-row'
import { presentComment } from './present-comment'
import { readPublicComments } from './public-comments'

/** What the projection of comments reads from and writes to. */
export interface CommentProjection {
  strapi: Strapi
  trx: Knex
  addresses: Addresses
}

/** Writes what the public API answers for some comments of the public threads; a comment that is in none is skipped. */
export async function projectComments({ strapi, trx, addresses }: CommentProjection, ids: readonly string[]): Promise<void> {
  for (const batch of batches([...new Set(ids)])) {
    const placed = await readPublicComments(trx, batch)
    const comments = new Map((await findComments(strapi, { documentId: { $in: batch } })).map(comment => [comment.documentId, comment]))
    const articleIds = [...new Set(placed.map(comment => comment.articleId))]
    const authors = await readAuthors(trx, articleIds)
    const people = [...comments.values()].flatMap((comment): ReferenceTarget[] => comment.personId === null ? [] : [{ type: 'person', id: comment.personId }])
    const references = await readReferences(trx, people, defaultLanguage)
    for (const { id, articleId, parentId, path, appearance } of placed) {
      const comment = comments.get(id)
      if (!comment)
        throw new Error(`The public comment ${id} has no row in Strapi.`)
      const facts = { path, parent: parentId, appearance, authors: authors.get(articleId) ?? new Set<string>(), references }
      const json = Buffer.from(JSON.stringify(presentComment(comment, facts, addresses)))
      await trx('public_comment').where({ document_id: id }).update({ json })
    }
  }
}

const snapshotRows = v.array(v.object({ document_id: v.string(), snapshot: v.nullable(v.string()) }))

/** Who wrote each article, as it is public now. */
async function readAuthors(trx: Knex, articleIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows: unknown = await trx('public_document as d')
    .join('publication_log as l', 'l.seq', 'd.log_seq')
    .select('d.document_id', 'l.snapshot')
    .where({ 'd.subject_type': 'article', 'd.state': 'published' })
    .whereIn('d.document_id', articleIds)
  const authors = new Map<string, Set<string>>()
  for (const { document_id: id, snapshot } of v.parse(snapshotRows, rows)) {
    const content = parseStored(snapshot)
    const inThisLanguage = content.type === 'article' ? content.authors.map(author => author.id) : []
    authors.set(id, new Set([...authors.get(id) ?? [], ...inThisLanguage]))
  }
  return authors
}
