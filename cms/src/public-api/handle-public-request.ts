import type { AddressTrust } from './client-address'
import type { IncomingRequest, PublicAnswer, PublicRequest } from './message'
import type { Moved, Representation, Resource, StreamContext, WriteContext } from './resource'
import { acceptsEvents } from './accept'
import { clientAddress } from './client-address'
import { isNoneMatchHit } from './etag'
import { methodsOf, movedHeaders, preflightHeaders, problemHeaders, representationHeaders, streamHeaders, writtenHeaders } from './headers'
import { segmentsOf } from './path'
import { notFound, problemBody, PublicProblem } from './problem'
import { readJsonObject } from './read-body'
import { asRead } from './reads-under-way'
import { refusalProblem } from './refusal-problem'
import { findResource } from './resources'

export interface PublicApi extends WriteContext, StreamContext {
  trust: AddressTrust
  /** Hears of every fault that is ours; the reader gets no word of it. */
  onFault: (error: unknown) => void
}

/**
 * Answers one request to `/api/v1`: finds the resource, compares `If-None-Match` before any document is read, and turns
 * every error into `application/problem+json`.
 * @returns an answer for whatever comes in; it never throws
 */
export async function handlePublicRequest(api: PublicApi, request: IncomingRequest): Promise<PublicAnswer> {
  const answer = await answerOf(api, request)
  if (answer.body === null || typeof answer.body === 'function')
    return answer
  const headers = { ...answer.headers, 'Content-Length': String(answer.body.length) }
  return { ...answer, headers, body: request.method === 'HEAD' ? null : answer.body }
}

async function answerOf(api: PublicApi, request: IncomingRequest): Promise<PublicAnswer> {
  try {
    const found = findResource(segmentsOf(request.path) ?? [])
    const methods = methodsOf(found?.resource ?? null)
    if (request.method === 'OPTIONS')
      return { status: 204, headers: preflightHeaders(methods), body: null }
    if (found === null)
      throw notFound('There is no such resource; /api/v1/api-info tells where the API is described.')
    const { resource: { answer, stream, write }, params } = found
    if (request.method === 'POST' && write)
      return await writtenAnswer(api, request, write, params)
    if (!answer || (request.method !== 'GET' && request.method !== 'HEAD'))
      throw new PublicProblem(405, 'method-not-allowed', `Use ${methods.slice(0, -1).join(', ')} or OPTIONS.`, { headers: { Allow: methods.join(', ') } })
    if (stream && acceptsEvents(request.headers.accept))
      return await streamAnswer(api, request, stream, params)
    return await asRead(async () => {
      const outcome = await answer(api, { params, path: request.path, query: request.query, isConditional: request.headers['if-none-match'] !== undefined })
      return outcome.kind === 'moved' ? movedAnswer(outcome) : await representationAnswer(outcome, request)
    })
  }
  catch (error) {
    return problemAnswer(api, request, error)
  }
}

async function writtenAnswer(api: PublicApi, request: IncomingRequest, write: NonNullable<Resource['write']>, params: string[]): Promise<PublicAnswer> {
  const { path, query, headers } = request
  const client = clientAddress(headers, request.socketAddress, api.trust)
  const { status, body } = await write(api, { params, path, query, isConditional: false, headers, client, body: await readJsonObject(headers, request.body) })
  return { status, headers: writtenHeaders(), body: Buffer.from(JSON.stringify(body)) }
}

async function streamAnswer(api: PublicApi, request: IncomingRequest, stream: NonNullable<Resource['stream']>, params: string[]): Promise<PublicAnswer> {
  const { method, path, query, headers } = request
  const client = clientAddress(headers, request.socketAddress, api.trust)
  const body = method === 'HEAD' ? null : await stream(api, { params, path, query, isConditional: false, headers, client })
  return { status: 200, headers: streamHeaders(), body }
}

async function representationAnswer(representation: Representation, request: PublicRequest): Promise<PublicAnswer> {
  const condition = request.headers['if-none-match']
  if (condition !== undefined) {
    const current = await representation.readEtag()
    if (isNoneMatchHit(condition, current))
      return { status: 304, headers: representationHeaders(current, representation), body: null }
  }
  const { body, etag } = await representation.load()
  const headers = { ...representationHeaders(etag, representation), 'Content-Type': 'application/json; charset=utf-8' }
  return { status: 200, headers, body }
}

const movedAnswer = ({ location, cacheTags }: Moved): PublicAnswer => ({
  status: 301,
  headers: { ...movedHeaders(location, cacheTags), 'Content-Type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify({ location })),
})

function problemAnswer(api: PublicApi, request: PublicRequest, error: unknown): PublicAnswer {
  const known = error instanceof PublicProblem ? error : refusalProblem(error)
  if (known === null || known.status >= 500)
    api.onFault(error)
  const problem = known ?? new PublicProblem(500, 'internal', 'The API could not answer; try again later.')
  return {
    status: problem.status,
    headers: { ...problemHeaders(request.method, problem.status), ...problem.extras.headers },
    body: problemBody(problem, { siteUrl: api.siteUrl, instance: request.path }),
  }
}
