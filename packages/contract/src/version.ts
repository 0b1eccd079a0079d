import * as v from 'valibot'
import { articleSchema, changeKinds } from './article.js'
import { digestSchema, instantSchema, linksSchema, ordinalSchema } from './scalars.js'

/** One published version in the public history of an article. */
export const versionSchema = v.object({
  version: ordinalSchema,
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
