/** What a renderer makes for a key: one response, the same for everybody who asks. */
export interface Rendered {
  status: number
  /** Names in any case. `Content-Length`, `Content-Encoding` and `ETag` are the cache's own and are replaced. */
  headers: Readonly<Record<string, string>>
  /** Not compressed. */
  body: Uint8Array
  /** What the response depends on; a purge of any of them marks it stale. */
  tags: readonly string[]
  /** Milliseconds after which it is stale without a purge; never, where it is left out. */
  freshForMs?: number
}

/**
 * Makes the response of a key. It must end soon after `signal` aborts, for the cache has then given it up and may begin another.
 * Throwing and a status from 500 count as a failure.
 */
export type Render = (key: string, signal: AbortSignal) => Promise<Rendered>

/** What says that an address holds nothing: kept for a short time only, and apart from the pages. */
export function isAbsence(status: number): boolean {
  return status === 404 || status === 410
}

const KEPT = new Set([200, 301, 308, 404, 410])

/** Whether a response may be kept: a status that lasts, and no header that forbids it. `headers` has its names in lower case. */
export function mayBeKept(status: number, headers: Readonly<Record<string, string>>): boolean {
  return KEPT.has(status) && !/(?:^|[\s,])(?:no-store|private)(?:$|[\s,=])/i.test(headers['cache-control'] ?? '')
}
