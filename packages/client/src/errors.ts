import type { Problem } from '@klartext/contract'

/** What the client was asking for when something went wrong. */
export interface Asked {
  method: string
  url: string
}

/** Everything the client throws for an answer that is missing or unusable. Its message states method, URL and status. */
export abstract class ClientError extends Error {
  readonly method: string
  readonly url: string

  constructor({ method, url }: Asked, what: string, options?: ErrorOptions) {
    super(`${method} ${url}: ${what}`, options)
    this.method = method
    this.url = url
  }
}

/** The API answered with an error: not found, withdrawn, a query that does not fit, too many requests, a fault of its own. */
export class ApiProblem extends ClientError {
  override readonly name = 'ApiProblem'
  readonly status: number
  /** What the API said; made from the status where the answer held no problem details (a proxy's error page, say). */
  readonly problem: Problem
  /** Seconds to wait before asking again, where the API said so. */
  readonly retryAfter: number | null

  constructor(asked: Asked, status: number, problem: Problem, retryAfter: number | null) {
    const fields = problem.errors?.map(({ path, message }) => ` ${path} ${message}.`).join('') ?? ''
    super(asked, `${status} ${problem.title}. ${problem.detail}${fields}`.trimEnd())
    this.status = status
    this.problem = problem
    this.retryAfter = retryAfter
  }
}

/** The API answered, but a field does not fit the contract. */
export class ContractMismatch extends ClientError {
  override readonly name = 'ContractMismatch'
  readonly status: number
  /** The first field that does not fit, as in `items.2.title`; empty when it is the answer as a whole. */
  readonly path: string

  constructor(asked: Asked, status: number, path: string, reason: string) {
    super(asked, `${status}, but ${path || 'the answer'} does not fit the contract: ${reason}`)
    this.status = status
    this.path = path
  }
}

/** No answer came, or it broke off: the connection failed (see `cause`) or the time was up. */
export class Unreachable extends ClientError {
  override readonly name = 'Unreachable'
  readonly timedOut: boolean

  // `timeout`: the milliseconds that passed, or null when the connection failed before they were up.
  constructor(asked: Asked, timeout: number | null, cause: unknown, missing = 'no whole answer') {
    super(asked, timeout === null ? `no answer (${reasonOf(cause)})` : `${missing} within ${timeout} ms`, { cause })
    this.timedOut = timeout !== null
  }
}

/** Node says "fetch failed" and keeps the reason one level down. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error))
    return String(cause)
  return cause.cause instanceof Error ? `${cause.message}: ${cause.cause.message}` : cause.message
}
