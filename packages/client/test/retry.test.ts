import { describe, expect, it } from 'vitest'
import { ApiProblem, ContractMismatch, Unreachable } from '../src/errors.js'
import { readRetryAfter, readRule, waitBeforeRetry, writeRule } from '../src/retry.js'

const asked = { method: 'GET', url: 'https://cms.example/api/v1/api-info' }
const network = new Unreachable(asked, null, new TypeError('fetch failed'))
const timeout = new Unreachable(asked, 5_000, new Error('time is up'))
const status = (code: number, retryAfter: number | null = null) =>
  new ApiProblem(asked, code, { type: 'about:blank', title: 'No', status: code, detail: '', instance: '/' }, retryAfter)

describe('the wait before a request is sent again', () => {
  it.each([
    ['read', 1, network, 200],
    ['read', 2, network, null],
    ['read', 1, timeout, null],
    ['read', 1, status(502), 200],
    ['read', 1, status(503), 200],
    ['read', 1, status(504), 200],
    ['read', 1, status(429), 200],
    ['read', 1, status(503, 0), 0],
    ['read', 1, status(503, 1), 1_000],
    ['read', 1, status(503, 2), null],
    ['read', 2, status(503), null],
    ['read', 1, status(500), null],
    ['read', 1, status(404), null],
    ['read', 1, status(409), null],
    ['read', 1, new ContractMismatch(asked, 200, 'id', 'no'), null],
    ['read', 1, new Error('of our own'), null],
    ['write', 1, network, 200],
    ['write', 2, network, 800],
    ['write', 3, network, null],
    ['write', 1, timeout, 200],
    ['write', 2, timeout, 800],
    ['write', 1, status(429, 10), 10_000],
    ['write', 2, status(429, 10), 10_000],
    ['write', 3, status(429, 1), null],
    ['write', 1, status(429, 11), null],
    ['write', 1, status(500), null],
    ['write', 1, status(422), null],
  ] as const)('a %s, sent %i times: %s → %s', (rule, tried, error, wait) => {
    expect(waitBeforeRetry(rule === 'read' ? readRule : writeRule, tried, error)).toBe(wait)
  })
})

describe('the header Retry-After', () => {
  const now = Date.parse('2026-05-06T12:00:00Z')

  it.each([
    [null, null],
    ['0', 0],
    ['120', 120],
    ['Wed, 06 May 2026 12:00:07 GMT', 7],
    ['Wed, 06 May 2026 11:59:00 GMT', 0],
    ['soon', null],
    ['', null],
  ])('%j is %s seconds', (header, seconds) => {
    expect(readRetryAfter(header, now)).toBe(seconds)
  })
})
