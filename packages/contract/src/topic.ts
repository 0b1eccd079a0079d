import * as v from 'valibot'
import { topicReferenceSchema } from './reference.js'
import { countSchema } from './scalars.js'

export const topicSchema = v.object({ ...topicReferenceSchema.entries, articleCount: countSchema })

export type Topic = v.InferOutput<typeof topicSchema>
