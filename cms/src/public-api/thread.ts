import type { ThreadQuery } from '@klartext/contract'
import type { DocumentHead } from './read/documents'
import type { ApiContext, Representation } from './resource'
import { languageQuery, resourceUrl } from './addresses'
import { bytesRepresentation } from './json-representation'
import { pageBody, pageLinks } from './paging'
import { notFound } from './problem'
import { readChildren, readComment, readReplies, readRoots, readThreadTotals } from './read/comments'
import { threadItems } from './thread-body'

/**
 * One page of the thread of a public article, or of the replies to one of its comments.
 * @throws PublicProblem 404 where the parent that was asked for is not in the thread
 */
export async function threadPage(context: ApiContext, article: DocumentHead, query: ThreadQuery): Promise<Representation> {
  const { database, cmsUrl } = context
  const { language, parent, page, limit } = query
  const offset = (page - 1) * limit
  const kept = await readThreadTotals(database, article.id)
  const above = parent === undefined ? null : await readParent(context, article, parent)
  const tops = above ? await readChildren(database, above.id, offset, limit) : await readRoots(database, article.id, offset, limit)
  const replies = await readReplies(database, tops)
  const totals = above ? { ...kept, total: above.replyCount, rootTotal: above.childCount } : kept
  const { total, rootTotal, questions } = totals
  const links = pageLinks(resourceUrl(cmsUrl, 'articles', article.slug, 'comments'), { ...languageQuery(language), parent }, { page, limit, total: rootTotal })
  return bytesRepresentation(pageBody(threadItems(tops, replies), { page, limit, total, links, rootTotal, questions }), {
    // a reply of the author's names and shows them as the article does
    cacheTags: `comments:${article.id},${article.tags}`,
    language,
    links: { next: links.next, prev: links.previous },
  })
}

async function readParent({ database }: ApiContext, article: DocumentHead, id: string) {
  const comment = await readComment(database, id)
  if (comment?.articleId !== article.id)
    throw notFound('No public comment of this article has this id.', { 'Cache-Tag': `comments:${article.id}` })
  return comment
}
