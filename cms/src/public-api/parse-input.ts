import type { FieldFault } from '@klartext/contract'
import type { FieldError } from './problem'
import * as v from 'valibot'
import { normaliseLine, normaliseText } from '../dialogue/submit/normalise-text'
import { PublicProblem } from './problem'

/** Fields that stand on one line; every other text is kept with its lines. */
const lines: ReadonlySet<string> = new Set(['name', 'email'])

/**
 * Reads what was sent in as its schema says; its texts come back as they are kept, so that what is measured is what is stored.
 * @throws PublicProblem 400 that names every field that does not fit, with what is wrong and what to do
 */
export function parseInput<Schema extends v.GenericSchema>(schema: Schema, body: Record<string, unknown>): v.InferOutput<Schema> {
  const normalised = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? asKept(name, value) : value]))
  const result = v.safeParse(schema, normalised)
  if (result.success)
    return result.output
  throw badInput(result.issues.map(errorOf))
}

const asKept = (name: string, value: string): string => lines.has(name) ? normaliseLine(value) : normaliseText(value)

/** A refusal of some fields; each is named once. */
export function badInput(errors: FieldError[]): PublicProblem {
  const once = errors.filter((error, index) => errors.findIndex(other => other.path === error.path) === index)
  const detail = once.length === 1 ? 'One field does not fit; see errors.' : `${once.length} fields do not fit; see errors.`
  return new PublicProblem(400, 'bad-body', detail, { errors: once })
}

function errorOf(issue: v.BaseIssue<unknown>): FieldError {
  const path = v.getDotPath(issue) ?? ''
  const code = faultOf(issue)
  return { path, message: messageOf(issue, code), code }
}

function faultOf(issue: v.BaseIssue<unknown>): FieldFault {
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return 'unknown'
  if (issue.input === undefined || issue.input === null || (typeof issue.input === 'string' && issue.input.trim() === ''))
    return 'required'
  // of the checks on a field, the other ones are told by the form of the text
  return issue.type === 'max_length' || issue.type === 'check' ? 'too-long' : 'malformed'
}

function messageOf(issue: v.BaseIssue<unknown>, code: FieldFault): string {
  if (code === 'unknown')
    return 'is not a field here; leave it out'
  return code === 'required' && typeof issue.input !== 'string' ? 'must be given' : issue.message
}
