import type { Resource } from '../resource'
import { commentInputSchema, threadQuerySchema } from '@klartext/contract'
import { documentAt } from '../document-at'
import { idempotencyKeyOf } from '../idempotency-key'
import { parseInput } from '../parse-input'
import { parseQuery } from '../query'
import { threadPage } from '../thread'
import { articleToWriteTo } from '../write-target'

/** The thread of an article, by root comments, each with what is below it; and where comments are sent in. */
export const comments: Resource = {
  pattern: 'articles/:slug/comments',
  async answer(context, request) {
    const [slug = ''] = request.params
    const query = parseQuery(threadQuerySchema, request.query)
    const found = await documentAt(context, { type: 'article', slug, language: query.language, request, below: ['comments'] })
    return found.kind === 'moved' ? found : threadPage(context, found, query)
  },
  async write(context, request) {
    const input = parseInput(commentInputSchema, request.body)
    const idempotencyKey = idempotencyKeyOf(request.headers)
    const article = await articleToWriteTo(context, request, input.language)
    return { status: 202, body: await context.intake.submit({ article, input, idempotencyKey, address: request.client }) }
  },
}
