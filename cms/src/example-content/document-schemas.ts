import { changeKinds, organisationKinds, slugSchema } from '@klartext/contract'
import * as v from 'valibot'

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'))
const instant = v.pipe(v.string(), v.isoTimestamp('must be an instant with offset, as in 2026-04-21T08:00:00+02:00'))
const imageName = v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.webp$/, 'must be the name of a .webp file in images/'))
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const slugs = v.optional(v.array(slugSchema), [])

const figureEntries = {
  image: imageName,
  alt: text,
  caption: v.optional(text),
  credit: v.optional(text),
}

export const figureSchema = v.strictObject(figureEntries)

export const infographicSchema = v.strictObject({
  ...figureEntries,
  longDescription: text,
  tableCaption: v.optional(text),
  /** The first row holds the headers. */
  table: v.optional(v.array(v.array(text))),
})

export const factBoxSchema = v.strictObject({ title: text, text })
export const quoteSchema = v.strictObject({ text, attribution: v.optional(text) })

/** One publishing after the first: what stood `before` and what stands `after` it in the body of the file. Its date is the day of loading. */
const changeSchema = v.strictObject({
  kind: v.picklist(changeKinds),
  note: text,
  passages: v.pipe(
    v.array(v.strictObject({ before: v.pipe(v.string(), v.trim()), after: text })),
    v.minLength(1, 'must hold at least one passage'),
  ),
})

const localisedArticleEntries = {
  title: text,
  standfirst: text,
  description: text,
  cover: figureSchema,
  statedPublishedAt: instant,
  statedUpdatedAt: v.optional(instant),
  changes: v.optional(v.array(changeSchema), []),
}

/** The front matter of `sv.md`, which also says what is the same in every language. */
export const articleSchema = v.strictObject({
  kind: v.picklist(['profile', 'essay']),
  ...localisedArticleEntries,
  authors: slugs,
  subjects: slugs,
  organisations: slugs,
  publisher: slugSchema,
  topics: slugs,
  commentsOpen: v.optional(v.boolean(), true),
})

/** The front matter of a translation, such as `en.md`. */
export const articleTranslationSchema = v.strictObject({ slug: slugSchema, ...localisedArticleEntries })

export interface CommentDocument extends v.InferOutput<typeof commentWithoutReplies> {
  replies: CommentDocument[]
}

const commentWithoutReplies = v.object({
  author: v.optional(text),
  /** The slug of a person with a page of their own; instead of `author`. */
  person: v.optional(slugSchema),
  at: instant,
  question: v.optional(v.boolean(), false),
  answered: v.optional(instant),
  text,
})

export const commentSchema: v.GenericSchema<unknown, CommentDocument> = v.pipe(
  v.strictObject({
    ...commentWithoutReplies.entries,
    replies: v.optional(v.array(v.lazy(() => commentSchema)), []),
  }),
  v.check(comment => (comment.author === undefined) !== (comment.person === undefined), 'must have either an author or a person'),
)

export const personSchema = v.strictObject({
  name: text,
  role: text,
  organisation: slugSchema,
  portrait: figureSchema,
  bio: text,
  translations: v.strictObject({ en: v.strictObject({ role: text, bio: text }) }),
})

export const organisationSchema = v.strictObject({
  name: text,
  kind: v.picklist(organisationKinds),
  parent: v.optional(slugSchema),
  website: v.optional(v.pipe(v.string(), v.url())),
  description: text,
  translations: v.strictObject({ en: text }),
})

export const topicsSchema = v.record(slugSchema, v.strictObject({ sv: text, en: text }))
export const imagesSchema = v.record(imageName, v.strictObject({ x: fraction, y: fraction }))

export type FigureDocument = v.InferOutput<typeof figureSchema>
export type InfographicDocument = v.InferOutput<typeof infographicSchema>
export type PersonDocument = v.InferOutput<typeof personSchema>
export type OrganisationDocument = v.InferOutput<typeof organisationSchema>
export type ArticleChange = v.InferOutput<typeof changeSchema>
