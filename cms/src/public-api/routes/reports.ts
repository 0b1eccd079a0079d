import type { Resource } from '../resource'
import { emptyQuerySchema, reportInputSchema } from '@klartext/contract'
import { idempotencyKeyOf } from '../idempotency-key'
import { badInput, parseInput } from '../parse-input'
import { parseQuery } from '../query'

/** Where readers say that a comment breaks a rule or the law. */
export const reports: Resource = {
  pattern: 'comments/:id/reports',
  async write({ intake }, { params: [commentId = ''], query, headers, body, client }) {
    parseQuery(emptyQuerySchema, query)
    const input = parseInput(reportInputSchema, body)
    // told, not put aside: a report must not be lost without its sender's knowing
    if (input.homepage)
      throw badInput([{ path: 'homepage', message: 'must be left empty; a form hides it from people', code: 'malformed' }])
    return { status: 202, body: await intake.report({ commentId, input, idempotencyKey: idempotencyKeyOf(headers), address: client }) }
  },
}
