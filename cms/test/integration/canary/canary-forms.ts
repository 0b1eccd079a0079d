import { createHash } from 'node:crypto'

/** A word that stands nowhere but in what must not become public. ASCII, so that it has one spelling in JSON, HTML and headers. */
export const canaryStart = 'kanarie7f3a'

/** Tells every form of some canaries apart from everything else: as they are, in any case, in base64, in hex, and hashed. */
export function createDetector(canaries: readonly string[]): (text: string) => string[] {
  const exact = canaries.flatMap(canary => base64Forms(canary).map(form => ({ canary, form })))
  const folded = canaries.flatMap(canary => [
    canary,
    Buffer.from(canary).toString('hex'),
    Buffer.from(canary.toUpperCase()).toString('hex'),
    ...['md5', 'sha1', 'sha256'].map(name => createHash(name).update(canary).digest('hex')),
  ].map(form => ({ canary, form: form.toLowerCase() })))
  return (text) => {
    const lower = text.toLowerCase()
    return [
      ...exact.filter(({ form }) => text.includes(form)),
      ...folded.filter(({ form }) => lower.includes(form)),
    ].map(({ canary }) => canary)
  }
}

/** What of a word's base64 is the same whatever stands before and after it, for each of the three ways it can lie. */
function base64Forms(word: string): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.from(`${'x'.repeat(offset)}${word}`).toString('base64url')
    const whole = Math.floor((offset + word.length) / 3) * 4
    return encoded.slice(offset === 0 ? 0 : 4, whole)
  })
}
