import * as v from 'valibot'
import { bodySchema } from './body.js'
import { figureSchema } from './figure.js'
import { organisationReferenceSchema, personReferenceSchema, topicReferenceSchema } from './reference.js'
import { countSchema, idSchema, instantSchema, languageSchema, linksSchema, ordinalSchema, slugSchema, urlSchema } from './scalars.js'

export const articleKinds = ['profile', 'essay'] as const
export const changeKinds = ['correction', 'new-information', 'language'] as const

/** The same article in another language. */
export const translationSchema = v.object({
  language: languageSchema,
  slug: slugSchema,
  url: urlSchema,
  title: v.pipe(v.string(), v.nonEmpty('must not be empty')),
})

/** What a list shows of an article. */
export const articleSummarySchema = v.object({
  id: idSchema,
  type: v.literal('article'),
  kind: v.picklist(articleKinds),
  language: languageSchema,
  slug: slugSchema,
  /** The page on the site. */
  url: urlSchema,
  title: v.pipe(v.string(), v.nonEmpty('must not be empty')),
  standfirst: v.nullable(v.string()),
  /** For lists and search engines; falls back to the standfirst. */
  description: v.nullable(v.string()),
  cover: v.nullable(figureSchema),
  authors: v.array(personReferenceSchema),
  subjects: v.array(personReferenceSchema),
  organisations: v.array(organisationReferenceSchema),
  publisher: v.nullable(organisationReferenceSchema),
  topics: v.array(topicReferenceSchema),
  /** Null where an imported page states only when it was changed. */
  firstPublishedAt: v.nullable(instantSchema),
  publicUpdatedAt: instantSchema,
  version: ordinalSchema,
  changeNote: v.nullable(v.string()),
  readingMinutes: ordinalSchema,
  /** Björnsson's readability index, rounded; null for a text without a sentence. */
  lix: v.nullable(countSchema),
  commentsOpen: v.boolean(),
  /** Comments that show their text, replies included; the `total` of the thread. */
  commentCount: countSchema,
  links: linksSchema,
})

/** One public article, whole. */
export const articleSchema = v.object({
  ...articleSummarySchema.entries,
  body: bodySchema,
  /** The whole body as safe HTML, for sites that do not want to render parts themselves. */
  bodyHtml: v.string(),
  /** The same article in its other languages; never itself. */
  translations: v.array(translationSchema),
})

export type ArticleKind = (typeof articleKinds)[number]
export type ChangeKind = (typeof changeKinds)[number]
export type ArticleSummary = v.InferOutput<typeof articleSummarySchema>
export type Article = v.InferOutput<typeof articleSchema>
export type Translation = v.InferOutput<typeof translationSchema>
