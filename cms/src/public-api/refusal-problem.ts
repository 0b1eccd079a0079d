import type { IntakeRefusalReason } from '../dialogue/submit/refusal'
import { IntakeRefusal } from '../dialogue/submit/refusal'
import { badInput } from './parse-input'
import { notFound, PublicProblem } from './problem'
import { DatabaseUnavailable } from './read/read-database'

const problems: Record<IntakeRefusalReason, (refusal: IntakeRefusal) => PublicProblem> = {
  'not-public': () => notFound('Nothing public is to be found here.'),
  'comments-closed': () => new PublicProblem(403, 'comments-closed', 'The article takes no comments now.'),
  'parent-not-public': () => badInput([{ path: 'parent', message: 'must be the id of a public comment under this article; leave it out for a comment that answers none', code: 'not-found' }]),
  'token-expired': () => new PublicProblem(400, 'token-expired', 'The preview is older than an hour, or is of another article. Preview the comment again and send it in under the new token.'),
  'idempotency-conflict': () => new PublicProblem(422, 'idempotency-conflict', 'Something else was sent in under this Idempotency-Key. Send this under a key of its own.'),
  'rate-limited': ({ retryAfter }) => new PublicProblem(429, 'rate-limited', `Too much was sent in. Send it again in ${retryAfter ?? 1} seconds.`, { headers: { 'Retry-After': String(retryAfter ?? 1) } }),
}

/** How databases say that they cannot work now: no free connection, shutting down, too many connections, busy, full, away. */
const passing = new Set(['KnexTimeoutError', '57P01', '57P03', '53300', '53100', 'SQLITE_BUSY', 'SQLITE_FULL', 'ECONNREFUSED', 'ECONNRESET'])

/** What an error means to who sent something in; null for a fault of ours. */
export function refusalProblem(error: unknown): PublicProblem | null {
  if (error instanceof IntakeRefusal)
    return problems[error.reason](error)
  const isPassing = error instanceof DatabaseUnavailable || (error instanceof Error && (passing.has(error.name) || ('code' in error && typeof error.code === 'string' && passing.has(error.code))))
  return isPassing ? new PublicProblem(503, 'unavailable', 'The API cannot answer right now; try again in a moment.', { headers: { 'Retry-After': '5' } }) : null
}
