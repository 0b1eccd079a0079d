import type { CommentRow } from '../comments/comment-row'
import type { PublicComment } from '../comments/public-comments'
import type { Publication } from '../publication'
import * as v from 'valibot'
import { commentTable, findComments } from '../comments/comment-row'
import { writeCommenter } from '../comments/comments-of-people'
import { isPlaced } from '../comments/give-places'
import { newRow, publicComment } from '../comments/public-comments'
import { pathsAbove } from '../comments/thread-place'
import { totalsOf } from '../comments/thread-totals'
import { appearanceOf } from '../comments/visibility'
import { batches, batchSize } from '../read-model/document-key'

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
  const publicArticles = trx('public_document').select('document_id').where({ subject_type: 'article', state: 'published' })
  const rows: unknown = await trx(commentTable(strapi)).distinct('article_id').whereNotNull('path').whereIn('article_id', publicArticles)
    .where('article_id', '>', after).orderBy('article_id').limit(batchSize)
  return v.parse(v.array(v.object({ article_id: v.string() })), rows).map(row => row.article_id)
}

async function writeThread({ strapi, trx }: Publication, articleId: string): Promise<void> {
  const comments = (await findComments(strapi, { articleId, path: { $notNull: true } })).filter(isPlaced)
  const byPath = new Map(comments.map(comment => [comment.path, comment]))
  const appearances = appearancesOf(comments)
  const shown: { comment: PublicComment, rootId: string, personId: string | null }[] = []
  for (const comment of comments) {
    const appearance = appearances.get(comment.path)
    if (!appearance)
      continue
    const above = pathsAbove(comment.path)
    const parentId = byPath.get(above[0] ?? '')?.documentId ?? null
    const rootId = byPath.get(above.at(-1) ?? '')?.documentId ?? comment.documentId
    shown.push({ comment: publicComment(comment, parentId, appearance), rootId, personId: appearance === 'approved' ? comment.personId : null })
  }
  const counts = countsOf(shown.map(({ comment }) => comment))
  for (const batch of batches(shown)) {
    await trx('public_comment').insert(batch.map(({ comment, rootId }) => newRow(comment, rootId, counts(comment.path))))
    for (const { comment, personId } of batch.filter(row => row.personId !== null))
      await writeCommenter(trx, comment.id, personId)
  }
  const totals = totalsOf(articleId, shown.map(({ comment }) => comment)).filter(({ total }) => total > 0)
  if (totals.length > 0)
    await trx('public_total').insert(totals)
}

/** How many comments with text, and how many lines right below it, each place of a thread has. */
function countsOf(comments: readonly PublicComment[]): (path: string) => { replies: number, children: number } {
  const replies = new Map<string, number>()
  const children = new Map<string, number>()
  const add = (counts: Map<string, number>, path: string): Map<string, number> => counts.set(path, (counts.get(path) ?? 0) + 1)
  for (const { path, appearance } of comments) {
    const above = pathsAbove(path)
    above.slice(0, 1).forEach(parent => add(children, parent))
    if (appearance === 'approved')
      above.forEach(place => add(replies, place))
  }
  return path => ({ replies: replies.get(path) ?? 0, children: children.get(path) ?? 0 })
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
