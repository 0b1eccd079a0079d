import { createHash } from 'node:crypto'

/** A strong entity tag, quotes included, over the parts in their order. */
export function strongEtag(...parts: (Buffer | string)[]): string {
  const hash = createHash('sha256')
  for (const part of parts)
    hash.update(part)
  return `"${hash.digest('base64url').slice(0, 32)}"`
}

/**
 * Whether `If-None-Match` names the entity tag (RFC 9110 §13.1.2: weak comparison, `*` matches whatever exists).
 * @param header the header as it was sent
 * @param etag with its quotes
 */
export function isNoneMatchHit(header: string | string[], etag: string): boolean {
  const value = Array.isArray(header) ? header.join(',') : header
  if (value.trim() === '*')
    return true
  return [...value.matchAll(/(?:W\/)?("[^"]*")/g)].some(match => match[1] === etag)
}
