import * as v from 'valibot'
import { articleKinds } from './article.js'
import { maxDepth, maxLimit } from './page.js'
import { daySchema, idSchema, instantSchema, languageSchema, slugSchema } from './scalars.js'

/** Orders of an article list; a minus sign means newest or last first. */
export const articleSorts = ['-firstPublishedAt', 'firstPublishedAt', '-publicUpdatedAt', 'publicUpdatedAt', 'title', '-title'] as const

/** A query that takes these keys and no other; a key that is not among them is named, with those that are. */
const query = <Entries extends v.ObjectEntries>(entries: Entries) => v.strictObject(
  entries,
  issue => issue.expected === 'never' ? `is not a query key here; use ${Object.keys(entries).join(', ') || 'none'}` : issue.message,
)

const oneOf = <const Options extends readonly string[]>(options: Options) => v.picklist(options, `must be one of ${options.join(', ')}`)

const wholeNumber = (min: number, max: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,16}$/, 'must be a whole number'), v.transform(Number), v.minValue(min, `must be at least ${min}`), v.maxValue(max, `must be at most ${max}`))

const pageEntries = {
  page: v.optional(wholeNumber(1, maxDepth), '1'),
  limit: v.optional(wholeNumber(1, maxLimit), '20'),
}

/** Tells of a page that is too deep at `page`, the key to change. */
const withinDepth = <Query extends { page: number, limit: number }>() => v.rawCheck<Query>(({ dataset, addIssue }) => {
  if (dataset.typed && dataset.value.page * dataset.value.limit > maxDepth) {
    addIssue({
      message: `page × limit must be at most ${maxDepth}; follow /api/v1/changes to read everything`,
      path: [{ type: 'object', origin: 'value', input: { ...dataset.value }, key: 'page', value: dataset.value.page }],
    })
  }
})

/** The last day or instant to look at: `2026-05-01` means the end of that day in Stockholm. */
const asOfSchema = v.union([daySchema, instantSchema], 'must be a day such as 2026-05-01 or an instant such as 2026-05-01T10:30:00+02:00')

const language = v.optional(languageSchema, 'sv')

export const articleListQuerySchema = v.pipe(
  query({
    kind: v.optional(oneOf(articleKinds)),
    person: v.optional(slugSchema),
    organisation: v.optional(slugSchema),
    topic: v.optional(slugSchema),
    language: v.optional(languageSchema),
    sort: v.optional(oneOf(articleSorts), '-firstPublishedAt'),
    ...pageEntries,
  }),
  withinDepth(),
)

/** `language` is Swedish unless stated. */
export const articleQuerySchema = query({ language, asOf: v.optional(asOfSchema) })
export const versionListQuerySchema = v.pipe(query({ language, ...pageEntries }), withinDepth())
export const versionQuerySchema = query({ language })
/** `parent`: the id of a comment whose direct replies are asked for. */
export const threadQuerySchema = v.pipe(query({ language, parent: v.optional(idSchema), ...pageEntries }), withinDepth())
/** People, organisations and topics: `language` chooses the texts that have a translation. */
export const listQuerySchema = v.pipe(query({ language, ...pageEntries }), withinDepth())
export const documentQuerySchema = query({ language })
export const changeQuerySchema = query({
  after: v.optional(wholeNumber(0, Number.MAX_SAFE_INTEGER), '0'),
  limit: v.optional(wholeNumber(1, maxLimit), '100'),
})
/** The stream of changes: `after` is the id of an event, or the seq of a change. */
export const changeStreamQuerySchema = query({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}(?:\.[\w-]{1,64})?$/, 'must be the id of an event of the stream, or the seq of a change'))),
})
/** The account of the whole site, or of the articles that one organisation publishes. */
export const opennessQuerySchema = query({ language, organisation: v.optional(slugSchema) })
export const emptyQuerySchema = query({})

export type ArticleSort = (typeof articleSorts)[number]
export type ArticleListQuery = v.InferOutput<typeof articleListQuerySchema>
export type ArticleQuery = v.InferOutput<typeof articleQuerySchema>
export type VersionListQuery = v.InferOutput<typeof versionListQuerySchema>
export type VersionQuery = v.InferOutput<typeof versionQuerySchema>
export type ThreadQuery = v.InferOutput<typeof threadQuerySchema>
export type ListQuery = v.InferOutput<typeof listQuerySchema>
export type DocumentQuery = v.InferOutput<typeof documentQuerySchema>
export type OpennessQuery = v.InferOutput<typeof opennessQuerySchema>
export type ChangeQuery = v.InferOutput<typeof changeQuerySchema>
