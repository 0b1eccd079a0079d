import type { GenericSchema, InferOutput } from 'valibot'
import { ApiProblem, Unreachable } from '@klartext/client'
import { problemSchema } from '@klartext/contract'
import { FetchError, ofetch } from 'ofetch'
import * as v from 'valibot'
import { settings } from '../settings'

/**
 * Asks the CMS on one of the routes that only this site may use; they are not part of the public API.
 * @param route below `/_dialogue/`
 * @param body sent as JSON
 * @param headers those that show whose site it is, and for whom it asks
 * @param schema what the answer must be
 * @throws {ApiProblem} when the CMS answers with an error
 * @throws {Unreachable} when no answer comes
 */
export async function askPrivately<Schema extends GenericSchema>(route: string, body: object, headers: Record<string, string>, schema: Schema): Promise<InferOutput<Schema>> {
  const asked = { method: 'POST', url: `${settings().cmsInternalUrl}/_dialogue/${route}` }
  const answer: unknown = await ofetch(asked.url, { method: 'POST', body, headers, retry: 0, timeout: 8_000, redirect: 'error' }).catch((cause: unknown) => {
    throw cause instanceof FetchError && cause.statusCode !== undefined
      ? new ApiProblem(asked, cause.statusCode, problemOf(cause, asked.url), Number(cause.response?.headers.get('retry-after')) || null)
      : new Unreachable(asked, null, cause)
  })
  return v.parse(schema, answer)
}

function problemOf({ data, statusCode = 500 }: FetchError<unknown>, url: string) {
  const problem = v.safeParse(problemSchema, data)
  return problem.success
    ? problem.output
    : { type: 'about:blank', title: 'Error', status: statusCode, detail: 'The answer holds no problem details.', instance: new URL(url).pathname }
}
