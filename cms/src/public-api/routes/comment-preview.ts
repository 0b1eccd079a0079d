import type { Resource } from '../resource'
import { commentInputSchema } from '@klartext/contract'
import { parseInput } from '../parse-input'
import { articleToWriteTo } from '../write-target'

/** A comment as it will look, with the token to send it in under. */
export const commentPreview: Resource = {
  pattern: 'articles/:slug/comments/preview',
  async write(context, request) {
    const input = parseInput(commentInputSchema, request.body)
    const article = await articleToWriteTo(context, request, input.language)
    return { status: 200, body: await context.intake.preview({ article, input }) }
  },
}
