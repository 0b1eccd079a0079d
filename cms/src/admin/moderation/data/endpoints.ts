import type { CommentRule } from '@klartext/contract'
import type { BulkResult, Detail, Item, Queue, QueuePage, Totals } from './schemas'
import { adminApi } from '@strapi/strapi/admin'
import * as v from 'valibot'
import { answeredSchema, bulkSchema, decidedSchema, detailSchema, pageSchema, totalsSchema } from './schemas'

const base = '/klartext/moderation'

/** How many comments a page of a queue shows. */
export const pageSize = 25

export type Action = 'approve' | 'decline' | 'hide' | 'spam' | 'undo' | 'question' | 'no-question'

/** What goes with a decision: the rule that the comment breaks, and a message to its sender. */
export interface Reason {
  rule?: CommentRule
  message?: string
}

export interface Decision extends Reason {
  id: string
  /** The revision that the moderator saw. */
  expected: number
  action: Action
}

interface BulkDecision extends Reason {
  items: { id: string, expected: number }[]
  action: Action
}

interface ReportDecision {
  receipt: string
  outcome: 'upheld' | 'rejected'
  text: string
  rule?: CommentRule
}

const read = <Schema extends v.GenericSchema>(schema: Schema) => (answer: unknown): v.InferOutput<Schema> => v.parse(schema, answer)

const post = (path: string, data: object) => ({ url: `${base}${path}`, method: 'POST' as const, data })

// all of it is fetched again after each decision, also after one that was refused: a colleague may have been first
const tags = ['KlartextModeration' as const]

export const {
  useTotalsQuery,
  useQueueQuery,
  useDetailQuery,
  useDecideMutation,
  useAnswerMutation,
  useBulkMutation,
  useDecideReportMutation,
} = adminApi.enhanceEndpoints({ addTagTypes: tags }).injectEndpoints({
  endpoints: build => ({
    totals: build.query<Totals, void>({
      query: () => `${base}/queues`,
      transformResponse: read(totalsSchema),
      providesTags: tags,
    }),
    queue: build.query<QueuePage, { queue: Queue, after: string | null, limit: number }>({
      query: ({ queue, after, limit }) => `${base}/queues/${queue}?${new URLSearchParams({ limit: String(limit), ...(after !== null && { after }) })}`,
      transformResponse: read(pageSchema),
      providesTags: tags,
    }),
    detail: build.query<Detail, string>({
      query: id => `${base}/comments/${encodeURIComponent(id)}`,
      transformResponse: read(detailSchema),
      // one that is opened again is not shown first as it was
      keepUnusedDataFor: 0,
      providesTags: tags,
    }),
    decide: build.mutation<{ item: Item }, Decision>({
      query: ({ id, ...decision }) => post(`/comments/${encodeURIComponent(id)}/decide`, decision),
      transformResponse: read(decidedSchema),
      invalidatesTags: tags,
    }),
    answer: build.mutation<{ item: Item, answer: Item }, { id: string, expected: number, personId: string, text: string }>({
      query: ({ id, ...answer }) => post(`/comments/${encodeURIComponent(id)}/answer`, answer),
      transformResponse: read(answeredSchema),
      invalidatesTags: tags,
    }),
    bulk: build.mutation<BulkResult, BulkDecision>({
      query: decision => post('/bulk', decision),
      transformResponse: read(bulkSchema),
      invalidatesTags: tags,
    }),
    decideReport: build.mutation<{ item: Item }, ReportDecision>({
      query: ({ receipt, ...decision }) => post(`/reports/${encodeURIComponent(receipt)}/decide`, decision),
      transformResponse: read(decidedSchema),
      invalidatesTags: tags,
    }),
  }),
})
