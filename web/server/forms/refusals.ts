import type { Problem } from '@klartext/contract'
import type { FaultName, FormFault } from '../../shared/form-data'
import type { Refusal } from './form-answer'
import type { SentForm } from './read-form'
import { ApiProblem, Unreachable } from '@klartext/client'

/** Seconds to wait when the CMS is silent, or sets a limit without saying until when. */
const silentWait = 60

/** Faults by field and code, as the API names them; a form without a field never meets its faults. */
const fieldFaults: Record<string, FaultName> = {
  'name required': 'name-required',
  'name too-long': 'name-too-long',
  'name malformed': 'name-required',
  'email malformed': 'email-malformed',
  'email too-long': 'email-malformed',
  'email required': 'email-required',
  'text required': 'text-required',
  'text too-long': 'text-too-long',
  'text malformed': 'text-required',
  'rule required': 'rule-required',
  'rule malformed': 'rule-required',
  'inGoodFaith required': 'faith-required',
  'inGoodFaith malformed': 'faith-required',
  'parent not-found': 'parent-gone',
  'parent malformed': 'parent-gone',
}

/** Faults of the sending as a whole, by the name of the problem. */
const problemFaults: Record<string, FaultName> = {
  'token-expired': 'token-expired',
  'idempotency-key-missing': 'token-expired',
  'idempotency-conflict': 'sent-already',
  'comments-closed': 'closed',
  'too-large': 'too-large',
  'unsupported-media-type': 'unreadable',
}

/** One fault that is about no field. */
export function refuse(status: number, name: FaultName, field: string | null = null): Refusal {
  return { status, faults: [{ name, field, count: 0 }], retryAfter: null }
}

/** What was wrong with the sending before its content was looked at; null when nothing was. */
export function refusalOfForm(form: SentForm): Refusal | null {
  if (form.isUnreadable)
    return refuse(415, 'unreadable')
  return form.isCut ? refuse(413, 'cut', 'text') : null
}

/**
 * Why the CMS did not take what was sent in, for the form that shows it again.
 * @param cause whatever was thrown; what nobody foresaw is logged
 * @param form what was sent, for the lengths of its fields
 * @param gone what it means that the CMS knows no such thing (404 and 410)
 */
export function refusalOf(cause: unknown, form: SentForm, gone: FaultName): Refusal {
  if (cause instanceof Unreachable)
    return { ...refuse(503, 'silent'), retryAfter: silentWait }
  if (!(cause instanceof ApiProblem))
    return unforeseen(cause)
  const { status, problem, retryAfter } = cause
  if (status === 429)
    return { status, faults: [{ name: 'rate-limited', field: null, count: retryAfter ?? silentWait }], retryAfter: retryAfter ?? silentWait }
  if (status >= 500)
    return { ...refuse(503, 'silent'), retryAfter: retryAfter ?? silentWait }
  if (status === 404 || status === 410)
    return refuse(status, gone)
  const name = problemFaults[nameOf(problem)]
  if (name)
    return refuse(status, name, name === 'too-large' ? 'text' : null)
  const faults = new Map((problem.errors ?? []).toReversed().flatMap(error => faultOf(error, form)).map(fault => [fault.field, fault]))
  if (faults.size > 0)
    return { status, faults: [...faults.values()].toReversed(), retryAfter: null }
  return nameOf(problem) === 'bad-body' ? refuse(status, 'unreadable') : unforeseen(cause)
}

function faultOf({ path, code }: NonNullable<Problem['errors']>[number], form: SentForm): FormFault[] {
  const name = fieldFaults[`${path} ${code}`]
  return name ? [{ name, field: path, count: form.text(path).length }] : []
}

function nameOf({ type }: Problem): string {
  return type.split('#problem-').at(-1) ?? ''
}

function unforeseen(cause: unknown): Refusal {
  console.error('What a reader sent in could not be taken:', cause)
  return refuse(500, 'broken')
}
