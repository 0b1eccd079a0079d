import type { PublicAnswer, PublicRequest } from '../public-api/message'
import type { Strapi } from '../publication/subjects'
import type { PreviewGrant } from './token'
import * as v from 'valibot'
import { problemBody, PublicProblem } from '../public-api/problem'
import { parseQuery } from '../public-api/query'
import { readSecret, readSettings } from '../settings'
import { draftArticle } from './draft-article'
import { PreviewTokenError, verifyPreviewToken } from './token'

/** Where web fetches a draft: `/_preview?token=…`. */
export const previewPath = '/_preview'

const querySchema = v.strictObject({ token: v.string() })

/**
 * Answers with the draft that a token opens: `{status, language, article, expiresAt}`; never stored, never indexed.
 * @returns problems as the public API words them, 403 with a `type` that tells an expired token from an invalid one
 */
export async function handlePreview(strapi: Strapi, request: PublicRequest): Promise<PublicAnswer> {
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new PublicProblem(405, 'method-not-allowed', 'Use GET or HEAD.', { headers: { Allow: 'GET, HEAD' } })
    const { token } = parseQuery(querySchema, request.query)
    const { expiresAt, ...grant } = readToken(token)
    const draft = await draftArticle(strapi, grant.documentId, grant.language)
    if (!draft)
      throw new PublicProblem(404, 'not-found', 'The draft is no longer there.')
    return answer(request, 200, 'application/json; charset=utf-8', Buffer.from(JSON.stringify({ ...draft, expiresAt })))
  }
  catch (error) {
    if (!(error instanceof PublicProblem))
      strapi.log.error(error)
    const problem = error instanceof PublicProblem ? error : new PublicProblem(500, 'internal', 'The draft could not be shown; try again later.')
    const body = problemBody(problem, { siteUrl: readSettings().siteUrl, instance: previewPath })
    return answer(request, problem.status, 'application/problem+json', body, problem.extras.headers)
  }
}

function readToken(token: string): PreviewGrant & { expiresAt: Date } {
  try {
    return verifyPreviewToken(token, readSecret('PREVIEW_SECRET'), new Date())
  }
  catch (error) {
    if (!(error instanceof PreviewTokenError))
      throw error
    throw error.reason === 'expired'
      ? new PublicProblem(403, 'preview-expired', 'A preview is open for five minutes; open it again from the CMS.')
      : new PublicProblem(403, 'preview-invalid', 'This is no preview that the CMS gave out; open it again from the CMS.')
  }
}

function answer({ method }: PublicRequest, status: number, type: string, body: Buffer, headers: Record<string, string> = {}): PublicAnswer {
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
    body: method === 'HEAD' ? null : body,
  }
}
