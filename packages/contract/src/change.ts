import * as v from 'valibot'
import { countSchema, idSchema, instantSchema, languageSchema, linksSchema, ordinalSchema, slugSchema } from './scalars.js'

/** `comments-closed` and `comments-opened`: whether an article takes comments changed, without a new version of it. */
export const changeActions = ['published', 'unpublished', 'withdrawn', 'comments-closed', 'comments-opened', 'comment-approved', 'comment-hidden', 'redacted'] as const
export const subjectTypes = ['article', 'person', 'organisation', 'topic', 'comment'] as const

/** One row of the change feed: what became of which public document. */
export const changeSchema = v.object({
  /** Grows with every change; gaps are not losses. */
  seq: ordinalSchema,
  at: instantSchema,
  action: v.picklist(changeActions),
  type: v.picklist(subjectTypes),
  id: idSchema,
  language: v.nullable(languageSchema),
  slug: v.nullable(slugSchema),
  version: v.nullable(ordinalSchema),
  /** The cache tags that this change makes stale. */
  tags: v.array(v.string()),
  links: linksSchema,
})

/** A stretch of the change feed, oldest first. */
export const changePageSchema = v.object({
  items: v.array(changeSchema),
  /** Ask with `after` set to this to go on. */
  after: countSchema,
  limit: ordinalSchema,
  /** True when more changes were there at the time of the answer. */
  more: v.boolean(),
  links: linksSchema,
})

/** The first event of each connection to the stream of changes; its id is where the stream goes on from. */
export const changePositionSchema = v.object({
  /** False when no position was asked for, or one that is not of this log: everything that was read before may be out of date. */
  continued: v.boolean(),
})

export type ChangeAction = (typeof changeActions)[number]
export type SubjectType = (typeof subjectTypes)[number]
export type Change = v.InferOutput<typeof changeSchema>
export type ChangePosition = v.InferOutput<typeof changePositionSchema>
export type ChangePage = v.InferOutput<typeof changePageSchema>
