import type { PublicAnswer, PublicRequest } from './message'
import type { ApiContext, Moved, Representation } from './resource'
import { isNoneMatchHit } from './etag'
import { allowHeader, movedHeaders, preflightHeaders, problemHeaders, representationHeaders } from './headers'
import { segmentsOf } from './path'
import { notFound, problemBody, PublicProblem } from './problem'
import { findResource } from './resources'

export interface PublicApi extends ApiContext {
  /** Hears of every fault that is ours; the reader gets no word of it. */
  onFault: (error: unknown) => void
}

/**
 * Answers one request to `/api/v1`: finds the resource, compares `If-None-Match` before any document is read, and turns
 * every error into `application/problem+json`.
 * @returns an answer for whatever comes in; it never throws
 */
export async function handlePublicRequest(api: PublicApi, request: PublicRequest): Promise<PublicAnswer> {
  const answer = await answerOf(api, request)
  if (answer.body === null)
    return answer
  const headers = { ...answer.headers, 'Content-Length': String(answer.body.length) }
  return { ...answer, headers, body: request.method === 'HEAD' ? null : answer.body }
}

async function answerOf(api: PublicApi, request: PublicRequest): Promise<PublicAnswer> {
  try {
    if (request.method === 'OPTIONS')
      return { status: 204, headers: preflightHeaders(), body: null }
    const found = findResource(segmentsOf(request.path) ?? [])
    if (found === null)
      throw notFound('There is no such resource; /api/v1/api-info tells where the API is described.')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new PublicProblem(405, 'method-not-allowed', 'Use GET, HEAD or OPTIONS.', { headers: allowHeader })
    const outcome = await found.resource.answer(api, { params: found.params, path: request.path, query: request.query })
    return outcome.kind === 'moved' ? movedAnswer(outcome) : await representationAnswer(outcome, request)
  }
  catch (error) {
    return problemAnswer(api, request, error)
  }
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
  if (!(error instanceof PublicProblem))
    api.onFault(error)
  const problem = error instanceof PublicProblem ? error : new PublicProblem(500, 'internal', 'The API could not answer; try again later.')
  return {
    status: problem.status,
    headers: { ...problemHeaders(problem.status), ...problem.extras.headers },
    body: problemBody(problem, { siteUrl: api.siteUrl, instance: request.path }),
  }
}
