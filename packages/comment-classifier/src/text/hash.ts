/**
 * A 32-bit hash of a text: FNV-1a over its UTF-16 units, mixed by the finaliser of MurmurHash3, so that any of its bits can be used.
 *
 * @param text any text
 * @returns an integer from 0 to 2^32 − 1, the same on every machine
 */
export function hash(text: string): number {
  let mixed = 0x811C9DC5
  for (let at = 0; at < text.length; at++)
    mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85EBCA6B)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xC2B2AE35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
