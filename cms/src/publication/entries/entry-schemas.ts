import { articleKinds, changeKinds, organisationKinds } from '@klartext/contract'
import * as v from 'valibot'
import { figureEntrySchema, flag, infographicEntrySchema, optionalFigure, optionalText } from './media'

/** A related entry, of which only the identity is read: what is shown of it comes from what is public of it. */
const target = v.pipe(v.object({ documentId: v.string() }), v.transform(({ documentId }) => documentId))
const optionalTarget = v.nullish(target, null)
const targets = v.pipe(v.nullish(v.array(target), []), v.transform(ids => [...new Set(ids)]))

const instant = v.pipe(
  v.nullish(v.union([v.string(), v.date()]), null),
  v.transform(value => value === null ? null : new Date(value).toISOString()),
)

const entry = { documentId: v.string() }

export const bodyEntrySchema = v.variant('__component', [
  v.object({ __component: v.literal('body.text'), text: v.unknown(), speaker: optionalTarget }),
  v.object({ __component: v.literal('body.quote'), text: optionalText, attribution: optionalText }),
  v.object({ __component: v.literal('body.figure'), ...figureEntrySchema.entries }),
  v.object({ __component: v.literal('body.infographic'), ...infographicEntrySchema.entries }),
  v.object({ __component: v.literal('body.fact-box'), title: optionalText, text: v.unknown() }),
])

/** One row of Strapi's articles, draft or published, with what `populates.ts` loads. */
export const articleEntrySchema = v.pipe(v.object({
  ...entry,
  locale: v.string(),
  kind: v.nullable(v.picklist(articleKinds)),
  title: optionalText,
  slug: optionalText,
  standfirst: optionalText,
  description: optionalText,
  cover: optionalFigure,
  body: v.nullish(v.array(bodyEntrySchema), []),
  authors: targets,
  subjects: targets,
  organisations: targets,
  publisher: optionalTarget,
  topics: targets,
  commentsOpen: flag,
  changeKind: v.nullable(v.picklist(changeKinds)),
  changeNote: optionalText,
  statedPublishedAt: instant,
  statedUpdatedAt: instant,
}), v.transform(entry => ({ type: 'article' as const, ...entry })))

const translations = <Entries extends v.ObjectEntries>(entries: Entries) => v.nullish(v.array(v.object({ language: v.string(), ...entries })), [])

export const personEntrySchema = v.pipe(v.object({
  ...entry,
  name: optionalText,
  slug: optionalText,
  role: optionalText,
  organisation: optionalTarget,
  portrait: optionalFigure,
  bio: v.unknown(),
  links: v.nullish(v.array(v.object({ label: optionalText, url: optionalText })), []),
  translations: translations({ role: optionalText, bio: v.unknown() }),
}), v.transform(entry => ({ type: 'person' as const, ...entry })))

export const organisationEntrySchema = v.pipe(v.object({
  ...entry,
  name: optionalText,
  slug: optionalText,
  kind: v.nullable(v.picklist(organisationKinds)),
  parent: optionalTarget,
  logo: optionalFigure,
  description: v.unknown(),
  website: optionalText,
  translations: translations({ description: v.unknown() }),
}), v.transform(entry => ({ type: 'organisation' as const, ...entry })))

export const topicEntrySchema = v.pipe(v.object({
  ...entry,
  name: optionalText,
  slug: optionalText,
  translations: translations({ name: optionalText }),
}), v.transform(entry => ({ type: 'topic' as const, ...entry })))

export type BodyEntry = v.InferOutput<typeof bodyEntrySchema>
export type ArticleEntry = v.InferOutput<typeof articleEntrySchema>
export type PersonEntry = v.InferOutput<typeof personEntrySchema>
export type OrganisationEntry = v.InferOutput<typeof organisationEntrySchema>
export type TopicEntry = v.InferOutput<typeof topicEntrySchema>
export type Entry = ArticleEntry | PersonEntry | OrganisationEntry | TopicEntry
