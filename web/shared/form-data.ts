import type { Article, Comment, CommentPreview } from '@klartext/contract'
import * as v from 'valibot'

/** Everything that can be wrong with what was sent in; each has its words in every language. */
export const faultNames = [
  'name-required',
  'name-too-long',
  'email-required',
  'email-malformed',
  'text-required',
  'text-too-long',
  'rule-required',
  'faith-required',
  'certain-required',
  'parent-gone',
  'article-gone',
  'comment-gone',
  'closed',
  'token-expired',
  'sent-already',
  'reported-already',
  'rate-limited',
  'too-large',
  'cut',
  'unreadable',
  'silent',
  'broken',
] as const

export type FaultName = (typeof faultNames)[number]

export interface FormFault {
  name: FaultName
  /** The field that it stands at; null where it is about the sending as a whole. */
  field: string | null
  /** How many characters were sent, or seconds until it is worth another try; 0 where neither fits. */
  count: number
}

/** What a form is about: an article as far as the page needs it. */
export type FormArticle = Pick<Article, 'title' | 'slug' | 'language' | 'translations' | 'publisher'>

export interface WriteValues {
  name: string
  email: string
  text: string
  isQuestion: boolean
  /** For machines alone. */
  homepage: string
}

export interface WriteData {
  /** `closed`: readers may not write here; with a text that was sent in, it is given back. */
  step: 'write' | 'preview' | 'closed'
  /** As the address has it. */
  slug: string
  /** Null when the CMS did not say. */
  article: FormArticle | null
  /** The comment that is answered; null for a new one. */
  parentId: string | null
  /** Null when the CMS did not say, too. */
  parent: Comment | null
  values: WriteValues
  faults: FormFault[]
  preview: CommentPreview | null
}

export interface ReportValues {
  rule: string
  text: string
  email: string
  inGoodFaith: boolean
  homepage: string
  /** Names this one report, however often it is sent. */
  key: string
}

export interface ReportData {
  slug: string
  id: string
  article: FormArticle | null
  comment: Comment | null
  values: ReportValues
  faults: FormFault[]
  /** The number of the report that was received. */
  receipt: string | null
}

const commentStatuses = ['pending', 'approved', 'declined', 'hidden', 'spam', 'withdrawn', 'erased'] as const

/** What the CMS tells the sender of a comment, on its private route `/_dialogue/mine`. */
export const mineSchema = v.object({
  comment: v.object({
    id: v.string(),
    status: v.picklist(commentStatuses),
    name: v.nullable(v.string()),
    text: v.nullable(v.string()),
    isQuestion: v.boolean(),
    receivedAt: v.string(),
    number: v.nullable(v.string()),
    canEdit: v.boolean(),
    canWithdraw: v.boolean(),
  }),
  article: v.object({ slug: v.string(), language: v.string(), title: v.string() }),
  emailHint: v.nullable(v.string()),
  /** Everything that is kept, by name. */
  stored: v.record(v.string(), v.unknown()),
  rule: v.nullable(v.string()),
  message: v.nullable(v.string()),
})

export type Mine = v.InferOutput<typeof mineSchema>

export interface SenderData {
  token: string
  /** Null when the link leads to nothing any more, or the CMS did not say. */
  mine: Mine | null
  values: Pick<WriteValues, 'name' | 'text' | 'isQuestion'>
  faults: FormFault[]
}

export interface MyDataData {
  email: string
  faults: FormFault[]
}

export interface MyDataLinkData {
  token: string
  /** Everything that is kept under the address; null when the link is too old or the CMS did not say. */
  data: Record<string, unknown> | null
  /** How many comments were erased; null before. */
  erased: number | null
  faults: FormFault[]
}
