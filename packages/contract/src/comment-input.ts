import * as v from 'valibot'
import { commentRules } from './comment-rules.js'
import { idSchema, languageSchema } from './scalars.js'

/** The most characters of each field, counted as a form counts them (UTF-16 units) after a line break is one. */
export const commentLimits = { name: 80, text: 5000, email: 254, reportText: 2000 } as const

/** Where a letter about the comment or report goes; never shown to anybody and never part of an answer. */
const emailSchema = v.pipe(
  v.string('must be a string'),
  v.maxLength(commentLimits.email, `must be at most ${commentLimits.email} characters`),
  v.regex(/^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]{2,}$/u, 'must be an e-mail address such as namn@exempel.se'),
)

const text = (limit: number) => v.pipe(
  v.string('must be a string'),
  v.check(value => value.trim() !== '', 'must not be empty'),
  v.check(value => value.replaceAll('\r\n', '\n').length <= limit, `must be at most ${limit} characters`),
)

/** What a reader sends in to stand under an article. */
export const commentInputSchema = v.strictObject({
  name: text(commentLimits.name),
  text: text(commentLimits.text),
  email: v.nullish(emailSchema),
  /** The sender says that it is a question; the CMS may find that it is one when the sender does not. */
  isQuestion: v.optional(v.boolean('must be true or false')),
  /** The comment that this one answers. */
  parent: v.nullish(idSchema),
  /** The language that the letters about it are written in, and that it is taken to be written in; Swedish unless stated. */
  language: v.optional(languageSchema),
  /** For machines alone: a form hides it, and what fills it in is not a person. */
  homepage: v.optional(v.string('must be a string')),
})

/** A reader's word that a comment breaks a rule or the law; no account is needed. */
export const reportInputSchema = v.strictObject({
  rule: v.picklist(commentRules, `must be one of ${commentRules.join(', ')}`),
  text: text(commentLimits.reportText),
  email: v.nullish(emailSchema),
  /** The sender holds that what is stated is right and whole. */
  inGoodFaith: v.literal(true, 'must be true'),
  language: v.optional(languageSchema),
  homepage: v.optional(v.string('must be a string')),
})

export type CommentInput = v.InferInput<typeof commentInputSchema>
export type ReportInput = v.InferInput<typeof reportInputSchema>
