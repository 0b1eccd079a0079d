import type { Article } from '@klartext/contract'
import { ApiProblem } from '@klartext/client'
import { articleSchema } from '@klartext/contract'
import { FetchError, ofetch } from 'ofetch'
import * as v from 'valibot'
import { languages } from '../../shared/languages'
import { cmsSilent, previewRefused } from '../errors/page-fault'
import { settings } from '../settings'
import { cms } from './client'

// whether the text is published too, and changed since: the page asks the public API for that, so any word will do
const draftSchema = v.object({ article: articleSchema, status: v.picklist(['draft', 'modified', 'published']), language: v.picklist(languages) })

export type Draft = v.InferOutput<typeof draftSchema>

/**
 * The draft that a preview token names, from the CMS's private route; it is not part of the public API.
 * @throws H3Error 403 for a token that is too old or not ours, 503 when the CMS does not answer
 */
export async function fetchDraft(token: string): Promise<Draft> {
  const answer: unknown = await ofetch(`${settings().cmsInternalUrl}/_preview`, { query: { token }, retry: 0, timeout: 10_000 })
    .catch((cause: unknown) => {
      const status = cause instanceof FetchError ? cause.statusCode : undefined
      throw status !== undefined && status < 500 ? previewRefused(cause) : cmsSilent(cause)
    })
  return v.parse(draftSchema, answer)
}

/** The slug under which readers see an article now, or null where they see none. */
export async function publishedSlugOf({ slug, language, id }: Article): Promise<string | null> {
  try {
    const published = await cms().articles.bySlug(slug, { language })
    return published.id === id ? published.slug : null
  }
  catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 410))
      return null
    throw error
  }
}
