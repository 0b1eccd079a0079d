import type { CommentRow } from '../comments/comment-row'
import type { Publication } from '../publication'
import * as v from 'valibot'
import { findComments } from '../comments/comment-row'
import { writeCommenter } from '../comments/comments-of-people'
import { writePublicComment } from '../comments/public-comments'
import { pathsAbove } from '../comments/thread-place'
import { appearanceOf } from '../comments/visibility'
import { batchSize } from '../read-model/document-key'
import { commentUid } from '../subjects'

/** Writes the thread of every public article from Strapi's comments, one article at a time; what is answered for them is still to be projected. */
export async function writeThreads(publication: Publication): Promise<void> {
  let after = ''
  for (;;) {
    const ids = await readArticleIds(publication, after)
    for (const id of ids)
      await writeThread(publication, id)
    after = ids.at(-1) ?? after
    if (ids.length < batchSize)
      return
  }
}

async function readArticleIds({ strapi, trx }: Publication, after: string): Promise<string[]> {
  const table = strapi.getModel(commentUid).collectionName
  if (table === undefined)
    throw new Error('Comments have no table.')
  const publicArticles = trx('public_document').select('document_id').where({ subject_type: 'article', state: 'published' })
  const rows: unknown = await trx(table).distinct('article_id').whereNotNull('path').whereIn('article_id', publicArticles)
    .where('article_id', '>', after).orderBy('article_id').limit(batchSize)
  return v.parse(v.array(v.object({ article_id: v.string() })), rows).map(row => row.article_id)
}

async function writeThread({ strapi, trx }: Publication, articleId: string): Promise<void> {
  const comments = (await findComments(strapi, { articleId, path: { $notNull: true } })).flatMap(comment => comment.path === null ? [] : [{ ...comment, path: comment.path }])
  const byPath = new Map(comments.map(comment => [comment.path, comment]))
  const appearances = appearancesOf(comments)
  for (const comment of comments) {
    const appearance = appearances.get(comment.path)
    if (!appearance)
      continue
    const above = pathsAbove(comment.path)
    const parentId = byPath.get(above[0] ?? '')?.documentId ?? null
    const rootId = byPath.get(above.at(-1) ?? '')?.documentId ?? comment.documentId
    await writePublicComment(trx, { id: comment.documentId, articleId, parentId, path: comment.path, appearance }, rootId)
    await writeCommenter(trx, comment.documentId, appearance === 'approved' ? comment.personId : null)
  }
}

/** How each comment of a thread appears; from the end of the thread, since a comment's appearance depends on those below it. */
function appearancesOf(comments: readonly (CommentRow & { path: string })[]) {
  const appearances = new Map<string, 'approved' | 'hidden'>()
  const above = new Set<string>()
  for (const comment of [...comments].reverse()) {
    const appearance = appearanceOf(comment, above.has(comment.path))
    if (!appearance)
      continue
    appearances.set(comment.path, appearance)
    for (const path of pathsAbove(comment.path))
      above.add(path)
  }
  return appearances
}
