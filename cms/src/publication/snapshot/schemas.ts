import {
  articleKinds,
  dataTableSchema,
  dialogueSchema,
  factBoxSchema,
  figureEntries,
  headingSchema,
  idSchema,
  imageSourceSchema,
  languageSchema,
  listSchema,
  organisationKinds,
  paragraphSchema,
  quoteSchema,
  slugSchema,
  topicReferenceSchema,
} from '@klartext/contract'
import * as v from 'valibot'

/*
 * Snapshots are what the log keeps: the contract's shapes, with paths instead of addresses (`/artiklar/…`, `/media/…`) and without
 * what follows from the rest of the log or of the text: HTML, counts, dates, version, translations of an article, reading time.
 */

const path = v.pipe(v.string(), v.regex(/^\/(?!\/)/, 'must be a path'))

const figureWithPaths = {
  ...figureEntries,
  src: v.nullable(path),
  sources: v.array(v.object({ ...imageSourceSchema.entries, src: path })),
}
const figureSnapshotSchema = v.object(figureWithPaths)

const organisationReference = v.object({ id: idSchema, slug: slugSchema, url: path, name: v.string() })

const personReference = v.object({
  id: idSchema,
  slug: slugSchema,
  url: path,
  name: v.string(),
  role: v.nullable(v.string()),
  organisation: v.nullable(organisationReference),
  portrait: v.nullable(figureSnapshotSchema),
})

const textParts = v.array(v.variant('type', [paragraphSchema, headingSchema, listSchema, quoteSchema]))

const bodySnapshotSchema = v.array(v.variant('type', [
  paragraphSchema,
  headingSchema,
  listSchema,
  quoteSchema,
  dialogueSchema,
  factBoxSchema,
  v.object({ type: v.literal('figure'), ...figureWithPaths }),
  v.object({ type: v.literal('infographic'), ...figureWithPaths, longDescription: v.string(), table: v.nullable(dataTableSchema) }),
]))

/** `{id, type, kind, language, slug, url, title, standfirst, description, cover, authors, subjects, organisations, publisher, topics, commentsOpen, body}` */
export const articleSnapshotSchema = v.object({
  id: idSchema,
  type: v.literal('article'),
  kind: v.picklist(articleKinds),
  language: languageSchema,
  slug: slugSchema,
  url: path,
  title: v.string(),
  standfirst: v.nullable(v.string()),
  description: v.nullable(v.string()),
  cover: v.nullable(figureSnapshotSchema),
  authors: v.array(personReference),
  subjects: v.array(personReference),
  organisations: v.array(organisationReference),
  publisher: v.nullable(organisationReference),
  topics: v.array(topicReferenceSchema),
  commentsOpen: v.boolean(),
  body: bodySnapshotSchema,
})

/** A person in Swedish, with the texts that have a translation; `bio` is parts of text. */
export const personSnapshotSchema = v.object({
  id: idSchema,
  type: v.literal('person'),
  slug: slugSchema,
  name: v.string(),
  role: v.nullable(v.string()),
  organisation: v.nullable(organisationReference),
  portrait: v.nullable(figureSnapshotSchema),
  bio: textParts,
  links: v.array(v.object({ label: v.string(), url: v.string() })),
  translations: v.array(v.object({ language: languageSchema, role: v.nullable(v.string()), bio: textParts })),
})

export const organisationSnapshotSchema = v.object({
  id: idSchema,
  type: v.literal('organisation'),
  slug: slugSchema,
  name: v.string(),
  kind: v.picklist(organisationKinds),
  parent: v.nullable(organisationReference),
  logo: v.nullable(figureSnapshotSchema),
  description: textParts,
  website: v.nullable(v.string()),
  translations: v.array(v.object({ language: languageSchema, description: textParts })),
})

export const topicSnapshotSchema = v.object({
  id: idSchema,
  type: v.literal('topic'),
  slug: slugSchema,
  name: v.string(),
  translations: v.array(v.object({ language: languageSchema, name: v.string() })),
})

/** What stays of a withdrawn article: its address, its title and why it is gone. */
export const withdrawalSnapshotSchema = v.object({
  id: idSchema,
  type: v.literal('withdrawal'),
  language: languageSchema,
  slug: slugSchema,
  title: v.string(),
  notice: v.string(),
})

export type FigureSnapshot = v.InferOutput<typeof figureSnapshotSchema>
export type OrganisationLink = v.InferOutput<typeof organisationReference>
export type PersonLink = v.InferOutput<typeof personReference>
export type TopicLink = v.InferOutput<typeof topicReferenceSchema>
export type BodySnapshot = v.InferOutput<typeof bodySnapshotSchema>
export type ArticleSnapshot = v.InferOutput<typeof articleSnapshotSchema>
export type PersonSnapshot = v.InferOutput<typeof personSnapshotSchema>
export type OrganisationSnapshot = v.InferOutput<typeof organisationSnapshotSchema>
export type TopicSnapshot = v.InferOutput<typeof topicSnapshotSchema>
export type WithdrawalSnapshot = v.InferOutput<typeof withdrawalSnapshotSchema>

export type Snapshot = ArticleSnapshot | PersonSnapshot | OrganisationSnapshot | TopicSnapshot

const snapshotSchema = v.variant('type', [articleSnapshotSchema, personSnapshotSchema, organisationSnapshotSchema, topicSnapshotSchema])

/**
 * Reads a document's snapshot from the log.
 * @throws ValiError or SyntaxError when the text is not one
 */
export const parseSnapshot = (text: string): Snapshot => v.parse(snapshotSchema, JSON.parse(text))

/** @throws ValiError or SyntaxError when the text is not the snapshot of a withdrawal */
export const parseWithdrawal = (text: string): WithdrawalSnapshot => v.parse(withdrawalSnapshotSchema, JSON.parse(text))
