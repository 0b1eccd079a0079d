import type { H3Error } from 'h3'
import type { PageFault } from '../../shared/page-fault'
import { ApiProblem, Unreachable } from '@klartext/client'
import { isError } from 'h3'
import * as v from 'valibot'
import { cmsSilent, notFound, pageFault } from './page-fault'

/**
 * The one place where what went wrong becomes a status and what a reader needs to know of it.
 * What nobody foresaw, an answer that breaks the contract among it, is logged and becomes 500.
 * @param cause whatever was thrown while a page's data was made
 */
export function toHttpError(cause: unknown): H3Error<PageFault> {
  if (isError<PageFault>(cause))
    return cause
  if (cause instanceof BadPageQuery)
    return pageFault(400, { errors: cause.errors }, cause)
  if (cause instanceof Unreachable)
    return cmsSilent(cause)
  return (cause instanceof ApiProblem ? problemFault(cause) : null) ?? unexpected(cause)
}

/** A page's query string that does not fit; each error names a key and what it must be. */
export class BadPageQuery extends Error {
  readonly errors: { path: string, message: string }[]

  constructor(issues: readonly v.BaseIssue<unknown>[]) {
    super('The query string does not fit the page')
    this.errors = issues.map(issue => ({ path: v.getDotPath(issue) ?? '', message: issue.message }))
  }
}

function problemFault(cause: ApiProblem): H3Error<PageFault> | null {
  const { status, problem } = cause
  if (status === 410)
    return pageFault(410, { notice: problem.notice ?? null, withdrawnAt: problem.withdrawnAt ?? null }, cause)
  if (status === 400)
    return pageFault(400, { errors: problem.errors ?? [] }, cause)
  if (status === 404)
    return notFound(cause)
  return status === 429 || status >= 500 ? cmsSilent(cause) : null
}

function unexpected(cause: unknown): H3Error<PageFault> {
  console.error('A page could not be made:', cause)
  return pageFault(500, {}, cause)
}
