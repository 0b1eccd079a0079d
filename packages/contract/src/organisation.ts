import * as v from 'valibot'
import { figureSchema } from './figure.js'
import { organisationReferenceSchema } from './reference.js'
import { countSchema, urlSchema } from './scalars.js'

export const organisationKinds = ['municipality', 'region', 'agency', 'department', 'unit', 'company', 'association', 'other'] as const

export const organisationSchema = v.object({
  ...organisationReferenceSchema.entries,
  kind: v.picklist(organisationKinds),
  parent: v.nullable(organisationReferenceSchema),
  logo: v.nullable(figureSchema),
  descriptionHtml: v.nullable(v.string()),
  website: v.nullable(urlSchema),
  articleCount: countSchema,
})

export type OrganisationKind = (typeof organisationKinds)[number]
export type Organisation = v.InferOutput<typeof organisationSchema>
