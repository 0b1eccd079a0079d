import * as v from 'valibot'
import { urlSchema } from './scalars.js'

export const apiInfoSchema = v.object({
  apiName: v.string(),
  apiVersion: v.string(),
  apiStatus: v.picklist(['active', 'deprecated', 'retired']),
  apiReleased: v.pipe(v.string(), v.isoDate()),
  apiDocumentation: urlSchema,
})

export type ApiInfo = v.InferOutput<typeof apiInfoSchema>
