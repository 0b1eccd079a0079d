import type { H3Event } from 'h3'
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
