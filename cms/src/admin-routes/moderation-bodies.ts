import { commentLimits, commentRules } from '@klartext/contract'
import { errors } from '@strapi/utils'
import * as v from 'valibot'
import { decisionActions } from '../dialogue/decide/decide'
import { normaliseText } from '../dialogue/submit/normalise-text'

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/))
const revision = v.pipe(v.number(), v.integer())
const rule = v.optional(v.picklist(commentRules))
/** What is pasted may hold signs that no database keeps. */
const text = v.pipe(v.string(), v.transform(normaliseText))
const message = v.optional(v.pipe(text, v.maxLength(commentLimits.reportText)))
const action = v.picklist(decisionActions)

/** The most comments that are decided on at once. */
const mostAtOnce = 100

export const queueQuery = v.object({
  after: v.optional(v.string()),
  limit: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/), v.transform(Number), v.maxValue(100)), '20'),
})
export const decideBody = v.strictObject({ expected: revision, action, rule, message })
export const answerBody = v.strictObject({ expected: revision, personId: id, text })
export const bulkBody = v.strictObject({
  items: v.pipe(v.array(v.strictObject({ id, expected: revision })), v.minLength(1), v.maxLength(mostAtOnce)),
  action,
  rule,
  message,
})
export const reportBody = v.strictObject({
  outcome: v.picklist(['upheld', 'rejected']),
  text: v.pipe(text, v.maxLength(commentLimits.reportText)),
  rule,
})

/**
 * Reads what the screen sent.
 * @throws ValidationError in Swedish that names the members which do not fit
 */
export function readBody<Schema extends v.GenericSchema>(schema: Schema, sent: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, sent)
  if (parsed.success)
    return parsed.output
  const paths = [...new Set(parsed.issues.map(issue => v.getDotPath(issue) ?? '').filter(path => path !== ''))]
  throw new errors.ValidationError(`Det som skickades kan inte användas${paths.length > 0 ? `: ${paths.join(', ')}` : ''}.`)
}
