import type { Resource } from '../resource'
import { threadQuerySchema } from '@klartext/contract'
import { languageQuery, resourceUrl } from '../addresses'
import { documentAt } from '../document-at'
import { bytesRepresentation } from '../json-representation'
import { pageBody, pageLinks } from '../paging'
import { parseQuery } from '../query'
import { readReplies, readRoots, readThreadTotals } from '../read/comments'
import { threadItems } from '../thread-body'

/** The thread of an article, by root comments, each with every reply below it. */
export const comments: Resource = {
  pattern: 'articles/:slug/comments',
  async answer(context, request) {
    const [slug = ''] = request.params
    const { language, page, limit } = parseQuery(threadQuerySchema, request.query)
    const found = await documentAt(context, { type: 'article', slug, language, request, below: ['comments'] })
    if (found.kind === 'moved')
      return found
    const { total, rootTotal } = await readThreadTotals(context.database, found.id)
    const roots = await readRoots(context.database, found.id, (page - 1) * limit, limit)
    const replies = await readReplies(context.database, roots.map(root => root.id))
    const links = pageLinks(resourceUrl(context.cmsUrl, 'articles', found.slug, 'comments'), languageQuery(language), { page, limit, total: rootTotal })
    return bytesRepresentation(pageBody(threadItems(roots, replies), { page, limit, total, links, rootTotal }), {
      // a reply of the author's names and shows them as the article does
      cacheTags: `comments:${found.id},${found.tags}`,
      language,
      links: { next: links.next, prev: links.previous },
    })
  },
}
