import * as v from 'valibot'

/** What a reader needs to know of an error, beside its status. */
const pageFaultSchema = v.object({
  /** What in the address does not fit. */
  errors: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
  /** Why a text was withdrawn, in its language. */
  notice: v.optional(v.nullable(v.string())),
  withdrawnAt: v.optional(v.nullable(v.string())),
  /** Seconds until it is worth another try. */
  retryAfter: v.optional(v.number()),
})

export type PageFault = v.InferOutput<typeof pageFaultSchema>

/** Reads what came with an error; whatever is no page fault tells a reader nothing. */
export function parsePageFault(data: unknown): PageFault {
  const result = v.safeParse(pageFaultSchema, data)
  return result.success ? result.output : {}
}

/** The statuses that have words of their own. */
const faultStatuses = [400, 403, 404, 410, 500, 503] as const
export type FaultStatus = (typeof faultStatuses)[number]

/** The status whose words fit best. */
export function wordedStatus(status: number): FaultStatus {
  return faultStatuses.find(known => known === status) ?? (status >= 400 && status < 500 ? 404 : 500)
}
