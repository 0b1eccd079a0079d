import type { Comment, ReportInput, ReportReceipt } from '@klartext/contract'
import type { RequestOptions, Transport, WriteOptions } from '../transport.js'
import { commentSchema, reportReceiptSchema } from '@klartext/contract'
import { toPathSegment } from '../path.js'

export interface Comments {
  /** `GET /comments/{id}`: one public comment, without what is below it (`replies` is empty). */
  byId: (id: string, options?: RequestOptions) => Promise<Comment>
  /** `POST /comments/{id}/reports`: says that a comment breaks a rule. The same key always gives the same receipt. */
  report: (id: string, input: ReportInput, options: WriteOptions) => Promise<ReportReceipt>
}

export function createComments({ get, post }: Transport): Comments {
  const pathOf = (id: string) => `/comments/${toPathSegment(id)}`
  return {
    byId: async (id, options) => get(pathOf(id), commentSchema, {}, options),
    report: async (id, body, options) => post(`${pathOf(id)}/reports`, { ...options, body, schema: reportReceiptSchema }),
  }
}
