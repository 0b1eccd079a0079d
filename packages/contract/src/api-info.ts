import * as v from 'valibot'
import { daySchema, urlSchema } from './scalars.js'

/** What the API is and where it is described, with the names of the national REST API profile. */
export const apiInfoSchema = v.object({
  apiName: v.string(),
  apiVersion: v.string(),
  apiStatus: v.picklist(['active', 'deprecated', 'retired']),
  apiReleased: daySchema,
  apiDocumentation: urlSchema,
})

export type ApiInfo = v.InferOutput<typeof apiInfoSchema>
