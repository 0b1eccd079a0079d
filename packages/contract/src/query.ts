import * as v from 'valibot'
import { articleKinds } from './article.js'
import { maxDepth, maxLimit } from './page.js'
import { languageSchema, slugSchema } from './scalars.js'

/** Orders of an article list; a minus sign means newest or last first. */
export const articleSorts = ['-firstPublishedAt', 'firstPublishedAt', '-publicUpdatedAt', 'publicUpdatedAt', 'title', '-title'] as const

const wholeNumber = (min: number, max: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'must be a whole number'), v.transform(Number), v.minValue(min, `must be at least ${min}`), v.maxValue(max, `must be at most ${max}`))

const pageEntries = {
  page: v.optional(wholeNumber(1, maxDepth), '1'),
  limit: v.optional(wholeNumber(1, maxLimit), '20'),
}

const withinDepth = <Query extends { page: number, limit: number }>() => v.check<Query, string>(
  query => query.page * query.limit <= maxDepth,
  `page × limit must be at most ${maxDepth}; follow /api/v1/changes to read everything`,
)

/** The last day or instant to look at: `2026-05-01` means the end of that day in Stockholm. */
const asOfSchema = v.pipe(
  v.string(),
  v.union([v.pipe(v.string(), v.isoDate()), v.pipe(v.string(), v.isoTimestamp())], 'must be a day (2026-05-01) or an instant with offset'),
)

export const articleListQuerySchema = v.pipe(
  v.strictObject({
    kind: v.optional(v.picklist(articleKinds)),
    person: v.optional(slugSchema),
    organisation: v.optional(slugSchema),
    topic: v.optional(slugSchema),
    language: v.optional(languageSchema),
    sort: v.optional(v.picklist(articleSorts), '-firstPublishedAt'),
    ...pageEntries,
  }),
  withinDepth(),
)

/** `language` is Swedish unless stated. */
export const articleQuerySchema = v.strictObject({ language: v.optional(languageSchema, 'sv'), asOf: v.optional(asOfSchema) })
export const versionListQuerySchema = v.pipe(v.strictObject({ language: v.optional(languageSchema, 'sv'), ...pageEntries }), withinDepth())
export const versionQuerySchema = v.strictObject({ language: v.optional(languageSchema, 'sv') })
export const threadQuerySchema = v.pipe(v.strictObject({ language: v.optional(languageSchema, 'sv'), ...pageEntries }), withinDepth())
/** People, organisations and topics: `language` chooses the texts that have a translation. */
export const listQuerySchema = v.pipe(v.strictObject({ language: v.optional(languageSchema, 'sv'), ...pageEntries }), withinDepth())
export const documentQuerySchema = v.strictObject({ language: v.optional(languageSchema, 'sv') })
export const changeQuerySchema = v.strictObject({
  after: v.optional(wholeNumber(0, Number.MAX_SAFE_INTEGER), '0'),
  limit: v.optional(wholeNumber(1, maxLimit), '100'),
})
export const emptyQuerySchema = v.strictObject({})

export type ArticleSort = (typeof articleSorts)[number]
export type ArticleListQuery = v.InferOutput<typeof articleListQuerySchema>
export type ArticleQuery = v.InferOutput<typeof articleQuerySchema>
export type ThreadQuery = v.InferOutput<typeof threadQuerySchema>
export type ListQuery = v.InferOutput<typeof listQuerySchema>
export type ChangeQuery = v.InferOutput<typeof changeQuerySchema>
