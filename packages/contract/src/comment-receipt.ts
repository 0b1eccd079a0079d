import * as v from 'valibot'
import { idSchema, instantSchema, linksSchema } from './scalars.js'

/** `pre`: a person looks at a comment before it is shown. `post`: it is shown at once and looked at afterwards. */
export const moderationModes = ['pre', 'post'] as const

/** A comment as it will look, before it is sent in: nothing of it is kept. */
export const commentPreviewSchema = v.object({
  /** Goes with the comment as its `Idempotency-Key`: one preview makes one comment, however often it is sent. */
  token: v.pipe(v.string(), v.regex(/^[\x21-\x7E]{1,255}$/)),
  expiresAt: instantSchema,
  name: v.string(),
  bodyHtml: v.string(),
  /** Whether it will be treated as a question. */
  isQuestion: v.boolean(),
  moderation: v.picklist(moderationModes),
  /** The comment that it answers; null for a new one. */
  parent: v.nullable(v.object({ id: idSchema, number: v.string(), name: v.nullable(v.string()) })),
})

/** The comment is kept. A repetition under the same key is answered with the same receipt. */
export const commentReceiptSchema = v.object({
  id: idSchema,
  receivedAt: instantSchema,
  /** `pending` until somebody has looked at it. */
  status: v.picklist(['pending', 'approved']),
  /** As people cite it; null until it is public. */
  number: v.nullable(v.string()),
  /** `article`: the page that it stands on. */
  links: linksSchema,
})

/** The report is kept and will be decided on. */
export const reportReceiptSchema = v.object({
  /** To name when asking about the report. */
  receipt: v.pipe(v.string(), v.regex(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/, 'must be a receipt number such as K7Q2-9FHD')),
  receivedAt: instantSchema,
})

export type CommentPreview = v.InferOutput<typeof commentPreviewSchema>
export type CommentReceipt = v.InferOutput<typeof commentReceiptSchema>
export type ReportReceipt = v.InferOutput<typeof reportReceiptSchema>
