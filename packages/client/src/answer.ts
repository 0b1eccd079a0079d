import type { Problem } from '@klartext/contract'
import type { GenericSchema, InferOutput } from 'valibot'
import type { Asked } from './errors.js'
import { problemSchema } from '@klartext/contract'
import { getDotPath, safeParse } from 'valibot'
import { ApiProblem, ContractMismatch } from './errors.js'
import { readRetryAfter } from './retry.js'

/** What came over the network, unread. */
export interface Answer {
  status: number
  statusText: string
  retryAfter: string | null
  text: string
}

/**
 * Reads an answer with the schema that it must fit.
 * @throws {ApiProblem} when the API answered with an error
 * @throws {ContractMismatch} when the answer is not JSON or a field of it does not fit
 */
export function readAnswer<Schema extends GenericSchema>(asked: Asked, answer: Answer, schema: Schema): InferOutput<Schema> {
  if (answer.status >= 400)
    throw toApiProblem(asked, answer)
  const json = readJson(answer.text)
  if (json === null)
    throw new ContractMismatch(asked, answer.status, '', `it is not JSON, it begins with ${JSON.stringify(answer.text.slice(0, 40))}`)
  const result = safeParse(schema, json.value)
  if (!result.success)
    throw new ContractMismatch(asked, answer.status, getDotPath(result.issues[0]) ?? '', result.issues[0].message)
  return result.output
}

/** The error that an answer with a status of 400 or more is. */
export const toApiProblem = (asked: Asked, answer: Answer): ApiProblem =>
  new ApiProblem(asked, answer.status, readProblem(asked, answer), readRetryAfter(answer.retryAfter, Date.now()))

/** The problem details of an error; where it has none (a proxy's page), what its status says (RFC 9457, 4.2.1). */
function readProblem({ url }: Asked, { status, statusText, text }: Answer): Problem {
  const result = safeParse(problemSchema, readJson(text)?.value)
  return result.success
    ? result.output
    : { type: 'about:blank', title: statusText || 'Error', status, detail: 'The answer holds no problem details.', instance: new URL(url).pathname }
}

/** The value of a JSON text, or null where it is none. */
export function readJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  }
  catch (error) {
    if (error instanceof SyntaxError)
      return null
    throw error
  }
}
