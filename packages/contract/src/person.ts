import * as v from 'valibot'
import { personReferenceSchema } from './reference.js'
import { countSchema, urlSchema } from './scalars.js'

export const personSchema = v.object({
  ...personReferenceSchema.entries,
  bioHtml: v.nullable(v.string()),
  links: v.array(v.object({ label: v.string(), url: urlSchema })),
  articleCount: countSchema,
})

export type Person = v.InferOutput<typeof personSchema>
