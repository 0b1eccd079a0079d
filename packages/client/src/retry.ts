import { ApiProblem, Unreachable } from './errors.js'

export interface RetryRule {
  /** How many times a request is sent at most. */
  tries: number
  /** The longest wait, in milliseconds, that a server may ask for; where it asks for more, the request is not sent again. */
  longestWait: number
  /** A write that timed out is repeated, since its key makes that safe; a read is not, since its reader has waited enough. */
  afterTimeout: boolean
}

export const readRule: RetryRule = { tries: 2, longestWait: 1_000, afterTimeout: false }
export const writeRule: RetryRule = { tries: 3, longestWait: 10_000, afterTimeout: true }

/** Answers that say "not now": too many requests, and a gateway or server that is away for a moment. */
const passing = new Set([429, 502, 503, 504])
const firstWait = 200

/**
 * How long to wait before a request is sent again.
 * @param rule what the request allows
 * @param tried how many times it was sent, from 1
 * @param error what the last try threw
 * @returns milliseconds, or null when it shall not be sent again
 */
export function waitBeforeRetry(rule: RetryRule, tried: number, error: unknown): number | null {
  if (tried >= rule.tries || !isPassing(rule, error))
    return null
  const asked = error instanceof ApiProblem ? error.retryAfter : null
  const wait = asked === null ? firstWait * 4 ** (tried - 1) : asked * 1_000
  return wait <= rule.longestWait ? wait : null
}

function isPassing(rule: RetryRule, error: unknown): boolean {
  if (error instanceof Unreachable)
    return rule.afterTimeout || !error.timedOut
  return error instanceof ApiProblem && passing.has(error.status)
}

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3: seconds, or a date).
 * @param header the header, or null when it is missing
 * @param now milliseconds since 1970
 * @returns seconds from now, zero or more; null when the header is missing or neither form
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null)
    return null
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1_000
  return Number.isNaN(seconds) ? null : Math.max(0, Math.ceil(seconds))
}
