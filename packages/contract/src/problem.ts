import * as v from 'valibot'
import { instantSchema } from './scalars.js'

/** What can be wrong with a field that was sent in. `not-found`: it names something that is not there, or is not public. */
export const fieldFaults = ['required', 'too-long', 'malformed', 'not-found', 'unknown'] as const

/** RFC 9457 problem details, with what was wrong in a query, and the notice of a withdrawn article. */
export const problemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
  detail: v.string(),
  instance: v.string(),
  errors: v.optional(v.array(v.object({
    path: v.string(),
    message: v.string(),
    /** Of a field that was sent in, for a form that says it in its own words. */
    code: v.optional(v.picklist(fieldFaults)),
  }))),
  /** Only with status 410: why the article was withdrawn, in its language, and when. */
  notice: v.optional(v.string()),
  withdrawnAt: v.optional(instantSchema),
})

export type Problem = v.InferOutput<typeof problemSchema>
export type FieldFault = (typeof fieldFaults)[number]
