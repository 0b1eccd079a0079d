import * as v from 'valibot'
import { commentRules } from './comment-rules.js'
import { organisationReferenceSchema } from './reference.js'
import { countSchema, instantSchema, linksSchema } from './scalars.js'

/** `other`: a rule that the comment rules of today do not have, or none that was named. */
export const opennessRules = [...commentRules, 'other'] as const

/** How many by each rule; a rule that was not used is left out. */
const byRuleSchema = v.record(v.picklist(opennessRules), countSchema)

const countEntries = {
  /** Comments that came in. */
  received: countSchema,
  approved: countSchema,
  /** Never shown, by the rule that the sender was told. */
  declined: byRuleSchema,
  /** Taken out after they had been shown, by rule. */
  hidden: byRuleSchema,
  spam: countSchema,
  /** Taken back by whoever wrote them. */
  withdrawn: countSchema,
  reports: v.object({ received: countSchema, upheld: countSchema, rejected: countSchema }),
  questions: v.object({
    /** Questions that became public. */
    asked: countSchema,
    /** Of all questions, those that got their first answer in this time. */
    answered: countSchema,
    /** Half of the answers came within this many minutes after the question came in; null without an answer. */
    medianMinutesToAnswer: v.nullable(v.pipe(v.number(), v.minValue(0))),
  }),
}

/**
 * One calendar month in Stockholm: each decision counts in the month in which it was taken. One that was undone or replaced before
 * readers saw anything of it counts nowhere. What the site's own people write counts as answers alone.
 */
export const opennessMonthSchema = v.object({
  month: v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'must be a month such as 2026-05')),
  ...countEntries,
})

/** The public account of how comments are looked after, for the whole site or for the articles that one organisation publishes. */
export const opennessSchema = v.object({
  organisation: v.nullable(organisationReferenceSchema),
  /** Latest first; months in which nothing happened are left out. */
  months: v.array(opennessMonthSchema),
  total: v.object(countEntries),
  waiting: v.object({
    comments: countSchema,
    /** Public questions without an answer, and when the oldest of them came in. */
    questions: countSchema,
    oldestQuestionAt: v.nullable(instantSchema),
  }),
  links: linksSchema,
})

export type OpennessMonth = v.InferOutput<typeof opennessMonthSchema>
export type Openness = v.InferOutput<typeof opennessSchema>
