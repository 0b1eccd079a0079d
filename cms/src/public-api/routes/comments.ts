import type { Resource } from '../resource'
import { commentInputSchema, threadQuerySchema } from '@klartext/contract'
import { languageQuery, resourceUrl } from '../addresses'
import { documentAt } from '../document-at'
import { idempotencyKeyOf } from '../idempotency-key'
import { bytesRepresentation } from '../json-representation'
import { pageBody, pageLinks } from '../paging'
import { parseInput } from '../parse-input'
import { parseQuery } from '../query'
import { readReplies, readRoots, readThreadTotals } from '../read/comments'
import { threadItems } from '../thread-body'
import { articleToWriteTo } from '../write-target'

/** The thread of an article, by root comments, each with every reply below it; and where comments are sent in. */
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
  async write(context, request) {
    const input = parseInput(commentInputSchema, request.body)
    const idempotencyKey = idempotencyKeyOf(request.headers)
    const article = await articleToWriteTo(context, request, input.language)
    return { status: 202, body: await context.intake.submit({ article, input, idempotencyKey, address: request.client }) }
  },
}
