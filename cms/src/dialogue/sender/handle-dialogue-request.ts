import type { IncomingRequest, PublicAnswer } from '../../public-api/message'
import type { Strapi } from '../../publication/subjects'
import { Buffer } from 'node:buffer'
import { errors } from '@strapi/utils'
import { isSite } from '../../public-api/client-address'
import { notFound, problemBody, PublicProblem } from '../../public-api/problem'
import { readJsonObject } from '../../public-api/read-body'
import { refusalProblem } from '../../public-api/refusal-problem'
import { readSecret, readSettings } from '../../settings'
import { findDialogueRoute } from './routes'

/** Where the site acts for whoever holds a link of a letter; nobody else may. */
export const dialogueBase = '/_dialogue/'

/**
 * Answers one request of the site below `/_dialogue/`: POST with JSON, and with the site's key.
 * @returns an answer for whatever comes in, never to be stored; problems as the public API words them
 */
export async function handleDialogueRequest(strapi: Strapi, request: IncomingRequest): Promise<PublicAnswer> {
  try {
    // nothing tells a stranger that there is anything here
    const route = isSite(request.headers, readSecret('SITE_KEY')) ? findDialogueRoute(request.path.slice(dialogueBase.length)) : null
    if (!route)
      throw notFound('There is nothing here.')
    if (request.method !== 'POST')
      throw new PublicProblem(405, 'method-not-allowed', 'Use POST.', { headers: { Allow: 'POST' } })
    const { status, body } = await route(strapi, await readJsonObject(request.headers, request.body), new Date())
    return answer(status, 'application/json; charset=utf-8', Buffer.from(JSON.stringify(body)))
  }
  catch (error) {
    const known = knownProblem(error)
    if (!known || known.status >= 500)
      strapi.log.error(error)
    const problem = known ?? new PublicProblem(500, 'internal', 'This could not be done; try again later.')
    return answer(problem.status, 'application/problem+json', problemBody(problem, { siteUrl: readSettings().siteUrl, instance: request.path }), problem.extras.headers)
  }
}

function knownProblem(error: unknown): PublicProblem | null {
  if (error instanceof PublicProblem)
    return error
  if (error instanceof errors.NotFoundError)
    return notFound('The comment is no longer there.')
  if (error instanceof errors.ValidationError)
    return new PublicProblem(409, 'comment-decided', 'The comment stands so that this cannot be done with it any more.')
  return refusalProblem(error)
}

function answer(status: number, type: string, body: Buffer, headers: Record<string, string> = {}): PublicAnswer {
  return {
    status,
    headers: {
      'Content-Type': type,
      'Content-Length': String(body.length),
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
    body,
  }
}
