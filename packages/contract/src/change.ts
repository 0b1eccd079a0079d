import * as v from 'valibot'
import { countSchema, idSchema, instantSchema, languageSchema, linksSchema, slugSchema } from './scalars.js'

export const changeActions = ['published', 'unpublished', 'withdrawn', 'comment-approved', 'comment-hidden', 'redacted'] as const
export const subjectTypes = ['article', 'person', 'organisation', 'topic', 'comment'] as const

export const changeSchema = v.object({
  /** Grows with every change; gaps are not losses. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: instantSchema,
  action: v.picklist(changeActions),
  type: v.picklist(subjectTypes),
  id: idSchema,
  language: v.nullable(languageSchema),
  slug: v.nullable(slugSchema),
  version: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** The cache tags that this change makes stale. */
  tags: v.array(v.string()),
  links: linksSchema,
})

export const changePageSchema = v.object({
  items: v.array(changeSchema),
  /** Ask with `after` set to this to go on. */
  after: countSchema,
  limit: countSchema,
  /** True when more changes were there at the time of the answer. */
  more: v.boolean(),
  links: linksSchema,
})

export type ChangeAction = (typeof changeActions)[number]
export type SubjectType = (typeof subjectTypes)[number]
export type Change = v.InferOutput<typeof changeSchema>
export type ChangePage = v.InferOutput<typeof changePageSchema>
