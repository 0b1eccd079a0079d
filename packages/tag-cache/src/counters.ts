/** What the cache did since it was made, and what it holds now; plain numbers, for a metrics page. Every read counts as one of the first three. */
export interface Counters {
  /** Reads answered with a fresh response, without a render. */
  hits: number
  /** Reads answered with a response known to be out of date: after the deadline, after a failure, or while a key is left alone. */
  staleHits: number
  /** Reads that waited for a render, or failed. */
  misses: number
  renders: number
  /** Renders that failed. */
  errors: number
  /** Responses dropped for want of room. */
  evictions: number
  entries: number
  bytes: number
  /** Keys that are rendering now. */
  rendering: number
}
