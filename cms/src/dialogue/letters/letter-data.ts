import * as v from 'valibot'

const id = v.pipe(v.string(), v.maxLength(40))
const aboutComment = v.object({ commentId: id })
const decision = v.object({
  commentId: id,
  /** The rule that it was decided by, and what the moderator wrote to the sender. */
  rule: v.nullable(v.string()),
  message: v.nullable(v.string()),
})
const aboutReport = v.object({ receipt: id })

/**
 * What each kind of letter keeps while it waits: names of rows and the words of a decision, no address and nothing that a reader wrote.
 * A letter must not carry what a stranger typed to an address that the stranger typed too.
 */
export const letterDataSchemas = {
  'comment-received': aboutComment,
  'comment-approved': aboutComment,
  'comment-answered': v.object({ commentId: id, answerId: id }),
  'comment-declined': decision,
  'comment-hidden': decision,
  'report-received': aboutReport,
  'report-decided': aboutReport,
  // the first part of the address's keyed hash, by which too many requests are told
  'my-data': v.object({ about: id }),
} as const

/** Every letter that Klartext sends; each has a template in both languages. */
export type LetterKind = keyof typeof letterDataSchemas

export type LetterData<Kind extends LetterKind> = v.InferOutput<(typeof letterDataSchemas)[Kind]>
