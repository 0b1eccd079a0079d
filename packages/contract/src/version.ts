import * as v from 'valibot'
import { articleSchema, changeKinds } from './article.js'
import { digestSchema, instantSchema, linksSchema } from './scalars.js'

export const versionSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: instantSchema,
  changeKind: v.nullable(v.picklist(changeKinds)),
  changeNote: v.nullable(v.string()),
  /** SHA-256 of the canonical JSON that the publication log keeps. */
  digest: digestSchema,
  links: linksSchema,
})

/** One version with the article as it stood; null where the law demanded that the text be removed. */
export const articleVersionSchema = v.object({ ...versionSchema.entries, article: v.nullable(articleSchema) })

export type Version = v.InferOutput<typeof versionSchema>
export type ArticleVersion = v.InferOutput<typeof articleVersionSchema>
