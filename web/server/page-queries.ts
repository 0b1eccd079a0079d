import type { H3Event } from 'h3'
import type { SitePage } from '../shared/paths'
import { articleKinds, slugSchema } from '@klartext/contract'
import { getRouterParam } from 'h3'
import * as v from 'valibot'
import { languages } from '../shared/languages'
import { notFound } from './errors/page-fault'

const language = v.picklist(languages)

const ordinal = v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/, 'must be a whole number from 1'), v.transform(Number))
const page = v.optional(ordinal, '1')

/** Queries of the site's own pages, as `web/app` sends them on. */
export const languageQuery = v.object({ language })
export const pagedQuery = v.object({ language, page })
export const articleListQuery = v.object({ language, page, kind: v.optional(v.picklist(articleKinds)), topic: v.optional(slugSchema) })
export const historyQuery = v.object({ language, page, version: v.optional(ordinal) })

/** The query of each page that is the same for every reader; what is not here is one reader's own. */
export const publicPages: Partial<Record<SitePage, v.ObjectSchema<v.ObjectEntries, undefined>>> = {
  start: languageQuery,
  articles: articleListQuery,
  article: pagedQuery,
  history: historyQuery,
  comment: pagedQuery,
  person: languageQuery,
  organisation: languageQuery,
  topic: pagedQuery,
  openness: languageQuery,
  opennessOf: languageQuery,
  about: languageQuery,
  accessibility: languageQuery,
  privacy: languageQuery,
  commentRules: languageQuery,
  apiGuide: languageQuery,
}

export const previewQuery = v.object({ token: v.pipe(v.string(), v.regex(/^[\w.~=-]{1,2000}$/)) })

/**
 * The slug in a page's address.
 * @throws H3Error 404 when what stands there can be no slug
 */
export function slugParam(event: H3Event): string {
  const parsed = v.safeParse(slugSchema, getRouterParam(event, 'slug', { decode: true }))
  if (parsed.success)
    return parsed.output
  throw notFound()
}
