import type { LogRow } from './log-row'
import { canonicalJson, sha256 } from './canonical-json'

/** The chain value before the first row. */
export const chainStart = '0'.repeat(64)

/**
 * The chain value of a row: SHA-256, in hex, of the previous row's chain value, a line feed, and the canonical JSON of the row's
 * members except `seq`, `snapshot` and `chain`. The snapshot is bound through its digest, so that emptying it for the law's sake
 * leaves the chain whole; `seq` is bound through the order.
 */
export function chainOf(previous: string, row: Omit<LogRow, 'seq' | 'snapshot' | 'chain'>): string {
  const { subjectType, documentId, language, slug, action, version, changeKind, changeNote, at, actor, firstPublishedAt, publicUpdatedAt, tags, digest } = row
  const bound = { subjectType, documentId, language, slug, action, version, changeKind, changeNote, at, actor, firstPublishedAt, publicUpdatedAt, tags, digest }
  return sha256(`${previous}\n${canonicalJson(bound)}`)
}
