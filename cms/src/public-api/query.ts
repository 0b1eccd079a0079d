import type { FieldError } from './problem'
import * as v from 'valibot'
import { PublicProblem } from './problem'

/** The schema of a query: an object with known keys, whether or not checks follow it. */
export type QuerySchema = v.GenericSchema<unknown, unknown> & { readonly entries: v.ObjectEntries }

/**
 * Reads the query of a request as its schema says.
 * @param schema the keys that the resource takes
 * @param query as it was sent, without the question mark
 * @throws PublicProblem 400 that names every key that is unknown, given twice, not decodable or out of its range
 */
export function parseQuery<Schema extends QuerySchema>(schema: Schema, query: string): v.InferOutput<Schema> {
  const errors: FieldError[] = []
  const known = Object.keys(schema.entries)
  const values: Record<string, string> = {}
  for (const [key, value] of pairsOf(query, errors)) {
    if (!known.includes(key))
      errors.push({ path: key, message: `is not a query key here; use ${known.join(', ') || 'none'}` })
    else if (Object.hasOwn(values, key))
      errors.push({ path: key, message: 'is given more than once; give it once' })
    else
      values[key] = value
  }
  const result = v.safeParse(schema, values)
  for (const issue of result.issues ?? [])
    errors.push({ path: v.getDotPath(issue) ?? '', message: issue.message })
  if (errors.length > 0 || !result.success)
    throw new PublicProblem(400, 'bad-query', detailOf(errors), { errors: onceEach(errors) })
  return result.output
}

function* pairsOf(query: string, errors: FieldError[]): Generator<[string, string]> {
  for (const pair of query.split('&')) {
    if (pair === '')
      continue
    const at = pair.indexOf('=')
    const [rawKey, rawValue] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    const key = decode(rawKey)
    const value = decode(rawValue)
    if (key === null)
      errors.push({ path: rawKey, message: 'is not percent-encoded UTF-8' })
    else if (value === null)
      errors.push({ path: key, message: 'must be percent-encoded UTF-8' })
    else
      yield [key, value]
  }
}

// forms write a space as a plus sign; in an instant it is the offset's own
const instantStart = /^\d{4}-\d{2}-\d{2}T/

function decode(text: string): string | null {
  try {
    return decodeURIComponent(instantStart.test(text) ? text : text.replaceAll('+', ' '))
  }
  catch (error) {
    if (error instanceof URIError)
      return null
    throw error
  }
}

const onceEach = (errors: FieldError[]): FieldError[] =>
  errors.filter((error, index) => errors.findIndex(other => other.path === error.path && other.message === error.message) === index)

const detailOf = (errors: FieldError[]): string => {
  const keys = [...new Set(errors.map(error => error.path))]
  return keys.length === 1
    ? 'One query key does not fit; see errors.'
    : `${keys.length} query keys do not fit; see errors.`
}
