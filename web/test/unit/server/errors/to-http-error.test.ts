import type { Problem } from '@klartext/contract'
import { ApiProblem, ContractMismatch, Unreachable } from '@klartext/client'
import { createError } from 'h3'
import * as v from 'valibot'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { BadPageQuery, toHttpError } from '../../../../server/errors/to-http-error'

const asked = { method: 'GET', url: 'http://cms/api/v1/articles/a' }
const problem = (status: number, more: Partial<Problem> = {}) =>
  new ApiProblem(asked, status, { type: 'about:blank', title: 'x', status, detail: '', instance: '/', ...more }, null)
const badQuery = () => new BadPageQuery(v.safeParse(v.object({ page: v.pipe(v.string(), v.regex(/^\d$/, 'must be a digit')) }), { page: 'abc' }).issues ?? [])

const log = vi.spyOn(console, 'error').mockImplementation(() => {})
afterEach(() => log.mockClear())

describe('what a reader is told', () => {
  it.each([
    ['an unknown article', problem(404), 404, {}],
    ['a withdrawn article', problem(410, { notice: 'Borta.', withdrawnAt: '2026-05-04T15:00:00Z' }), 410, { notice: 'Borta.', withdrawnAt: '2026-05-04T15:00:00Z' }],
    ['a withdrawn article without a notice', problem(410), 410, { notice: null, withdrawnAt: null }],
    ['a query that the API refuses', problem(400, { errors: [{ path: 'page', message: 'too deep' }] }), 400, { errors: [{ path: 'page', message: 'too deep' }] }],
    ['a query that the page refuses', badQuery(), 400, { errors: [{ path: 'page', message: 'must be a digit' }] }],
    ['too many requests', problem(429), 503, { retryAfter: 60 }],
    ['a CMS out of order', problem(500), 503, { retryAfter: 60 }],
    ['a CMS that does not answer', new Unreachable(asked, null, new Error('ECONNREFUSED')), 503, { retryAfter: 60 }],
    ['an error that is one already', createError({ statusCode: 404, data: {} }), 404, {}],
  ])('of %s', (_what, cause, status, data) => {
    const error = toHttpError(cause)
    expect([error.statusCode, error.data]).toEqual([status, data])
    expect(log).not.toHaveBeenCalled()
  })

  it.each([
    ['an answer that breaks the contract', new ContractMismatch(asked, 200, 'items.0.title', 'must not be empty')],
    ['a refusal that should not be', problem(401)],
    ['a mistake of ours', new TypeError('x is not a function')],
    ['something thrown that is no error', 'text'],
  ])('of %s: nothing but 500, and we are told the rest', (_what, cause) => {
    const error = toHttpError(cause)
    expect([error.statusCode, error.data]).toEqual([500, {}])
    expect(log).toHaveBeenCalledWith(expect.any(String), cause)
  })
})
