import { createHash } from 'node:crypto'

/**
 * The one text of a JSON value (RFC 8785): keys sorted by UTF-16 code units, no white space, numbers as ECMAScript writes them. A member
 * that is `undefined` is left out, as JSON.stringify does.
 * @throws TypeError for what JSON has no form for (a number that is not finite, a function), and for half a surrogate pair
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean')
    return String(value)
  if (typeof value === 'number' && Number.isFinite(value))
    return JSON.stringify(value)
  if (typeof value === 'string' && value.isWellFormed())
    return JSON.stringify(value)
  if (Array.isArray(value))
    return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object')
    throw new TypeError(`${typeof value} ${String(value)} has no canonical JSON`)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => a < b ? -1 : 1)
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** SHA-256 of a text's UTF-8 bytes in lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
