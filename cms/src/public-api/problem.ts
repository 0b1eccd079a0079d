import type { FieldFault } from '@klartext/contract'

/** What went wrong, by the name that stands in the problem's `type`; the API page on the site has a heading for each. */
export const problemTitles = {
  'bad-query': 'The query is not valid',
  'bad-path': 'The path is not valid',
  'not-found': 'Not found',
  'method-not-allowed': 'Method not allowed',
  'withdrawn': 'Withdrawn',
  'redacted': 'Removed',
  'bad-body': 'What was sent in is not valid',
  'idempotency-key-missing': 'The idempotency key is missing',
  'idempotency-conflict': 'The idempotency key stands for something else',
  'token-expired': 'The preview is too old',
  'comments-closed': 'Comments are closed',
  'too-large': 'Too large',
  'unsupported-media-type': 'Unsupported media type',
  'rate-limited': 'Too many at once',
  'comment-decided': 'The comment cannot be changed any more',
  'unavailable': 'Not available right now',
  'internal': 'Internal error',
  'preview-expired': 'The preview has expired',
  'preview-invalid': 'The preview address is not valid',
} as const

export type ProblemName = keyof typeof problemTitles

export interface FieldError {
  path: string
  message: string
  /** Of a field that was sent in. */
  code?: FieldFault
}

interface ProblemExtras {
  errors?: FieldError[]
  /** Why and when an article was withdrawn. */
  notice?: string
  withdrawnAt?: string
  /** Answered beside the problem, such as `Allow`. */
  headers?: Record<string, string>
}

/** A refusal in the terms of the API; thrown inside, turned into `application/problem+json` once, at the edge. */
export class PublicProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemName,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail)
    this.name = 'PublicProblem'
  }
}

/**
 * The body of a problem answer (RFC 9457).
 * @param problem what went wrong
 * @param at the addresses that stand in it
 * @param at.siteUrl the site, which has the API page
 * @param at.instance the path that was asked, percent-encoded
 */
export function problemBody(problem: PublicProblem, at: { siteUrl: string, instance: string }): Buffer {
  const { errors, notice, withdrawnAt } = problem.extras
  return Buffer.from(JSON.stringify({
    type: `${at.siteUrl}/api#problem-${problem.problem}`,
    title: problemTitles[problem.problem],
    status: problem.status,
    detail: problem.detail,
    instance: at.instance,
    errors,
    notice,
    withdrawnAt,
  }))
}

export const notFound = (detail: string, headers: Record<string, string> = {}) => new PublicProblem(404, 'not-found', detail, { headers })
