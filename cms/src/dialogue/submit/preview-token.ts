import { randomBytes, timingSafeEqual } from 'node:crypto'
import { macOf } from '../vault/keys'

/** How long a preview can be sent in. */
export const tokenLifetime = 60 * 60 * 1000

const form = /^1([0-9a-z]{8})\.([\w-]{11})\.([\w-]{22})$/

const signatureOf = (articleId: string, issued: string, nonce: string): Buffer =>
  macOf('preview-token', `${articleId} ${issued} ${nonce}`).subarray(0, 16)

/**
 * The token of one preview: when it was given out and a random part, signed together with the article (HMAC-SHA-256, 128 bits of it).
 * It goes with the comment as its `Idempotency-Key`, so that one preview makes one comment.
 */
export function issuePreviewToken(articleId: string, now: Date): string {
  const issued = now.getTime().toString(36).padStart(8, '0')
  const nonce = randomBytes(8).toString('base64url')
  return `1${issued}.${nonce}.${signatureOf(articleId, issued, nonce).toString('base64url')}`
}

export type TokenReading
  /** Some other front end's own key. */
  = | { kind: 'foreign' }
    /** Given out for this article so many milliseconds ago. */
    | { kind: 'preview', age: number }
    /** Looks like ours, but is too old, was changed, or is another article's. */
    | { kind: 'expired' }

/** What an `Idempotency-Key` says about the preview that it comes from. */
export function readPreviewToken(key: string, articleId: string, now: Date): TokenReading {
  const [, issued, nonce, signature] = form.exec(key) ?? []
  if (issued === undefined || nonce === undefined || signature === undefined)
    return { kind: 'foreign' }
  const age = now.getTime() - Number.parseInt(issued, 36)
  const given = Buffer.from(signature, 'base64url')
  const isOurs = given.length === 16 && timingSafeEqual(given, signatureOf(articleId, issued, nonce))
  return isOurs && age < tokenLifetime ? { kind: 'preview', age } : { kind: 'expired' }
}
