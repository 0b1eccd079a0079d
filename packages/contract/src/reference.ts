import * as v from 'valibot'
import { figureSchema } from './figure.js'
import { idSchema, slugSchema, urlSchema } from './scalars.js'

const nameSchema = v.pipe(v.string(), v.nonEmpty('must not be empty'))

/** An organisation as another document names it. */
export const organisationReferenceSchema = v.object({ id: idSchema, slug: slugSchema, url: urlSchema, name: nameSchema })

/** A person as another document names them: enough for a byline with portrait. */
export const personReferenceSchema = v.object({
  id: idSchema,
  slug: slugSchema,
  url: urlSchema,
  name: nameSchema,
  role: v.nullable(v.string()),
  organisation: v.nullable(organisationReferenceSchema),
  portrait: v.nullable(figureSchema),
})

/** A topic as an article names it. */
export const topicReferenceSchema = v.object({ id: idSchema, slug: slugSchema, name: nameSchema })

export type OrganisationReference = v.InferOutput<typeof organisationReferenceSchema>
export type PersonReference = v.InferOutput<typeof personReferenceSchema>
export type TopicReference = v.InferOutput<typeof topicReferenceSchema>
