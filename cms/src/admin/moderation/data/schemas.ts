import { commentRules } from '@klartext/contract'
import * as v from 'valibot'

/** The queues, in the order in which they are shown. */
export const queues = ['waiting', 'questions', 'reported', 'approved', 'declined', 'spam', 'hidden'] as const

export type Queue = (typeof queues)[number]

const statuses = ['pending', 'approved', 'declined', 'hidden', 'spam', 'withdrawn', 'erased'] as const

export type Status = (typeof statuses)[number]

const ruleSchema = v.picklist(commentRules)

/** How many stand in each queue; `overdue` of the questions have waited longer than `answerWithinDays`. */
export const totalsSchema = v.object({
  ...v.entriesFromList([...queues, 'overdue'], v.number()),
  answerWithinDays: v.number(),
  /** Where the articles stand. */
  siteUrl: v.string(),
})

/** A comment as its moderators see it. */
export const itemSchema = v.object({
  id: v.string(),
  /** As people cite it; null until it has been public. */
  number: v.nullable(v.string()),
  status: v.picklist(statuses),
  name: v.nullable(v.string()),
  text: v.string(),
  isQuestion: v.boolean(),
  answeredAt: v.nullable(v.string()),
  receivedAt: v.string(),
  isOverdue: v.boolean(),
  article: v.object({ id: v.string(), title: v.string(), path: v.nullable(v.string()) }),
  parent: v.nullable(v.object({ number: v.nullable(v.string()), name: v.nullable(v.string()) })),
  openReports: v.number(),
  /** Which of the spam rules fired. */
  findings: v.array(v.object({ rule: v.string(), detail: v.string() })),
  spamScore: v.nullable(v.number()),
  hasEmail: v.boolean(),
  /** Grows with each change: a decision names the one it was made on. */
  revision: v.number(),
  decidedAt: v.nullable(v.string()),
  decidedBy: v.nullable(v.string()),
  language: v.string(),
})

export const pageSchema = v.object({
  items: v.array(itemSchema),
  /** Where the next page begins; null on the last. */
  next: v.nullable(v.string()),
  total: v.number(),
})

const reportSchema = v.object({
  receipt: v.string(),
  rule: ruleSchema,
  text: v.string(),
  receivedAt: v.string(),
  state: v.picklist(['open', 'upheld', 'rejected']),
  /** The reasons that whoever reported was given. */
  decisionText: v.nullable(v.string()),
})

/** A comment with all that a decision needs. */
export const detailSchema = v.object({
  item: itemSchema,
  /** The comments it stands among. */
  thread: v.array(itemSchema),
  history: v.array(v.object({ at: v.string(), event: v.string(), rule: v.nullable(v.string()), actor: v.string() })),
  reports: v.array(reportSchema),
  /** What the sender was told with the last decision. */
  message: v.nullable(v.string()),
  /** In whose name it can be answered. */
  answerers: v.array(v.object({ id: v.string(), name: v.string(), role: v.nullable(v.string()), organisation: v.nullable(v.string()) })),
})

export const decidedSchema = v.object({ item: itemSchema })

export const answeredSchema = v.object({ item: itemSchema, answer: itemSchema })

export const bulkSchema = v.object({
  done: v.array(itemSchema),
  refused: v.array(v.object({ id: v.string(), message: v.string() })),
})

export type Totals = v.InferOutput<typeof totalsSchema>
export type Item = v.InferOutput<typeof itemSchema>
export type QueuePage = v.InferOutput<typeof pageSchema>
export type Report = v.InferOutput<typeof reportSchema>
export type Detail = v.InferOutput<typeof detailSchema>
export type Answerer = Detail['answerers'][number]
export type HistoryEntry = Detail['history'][number]
export type BulkResult = v.InferOutput<typeof bulkSchema>
