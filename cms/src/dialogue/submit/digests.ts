import { createHash } from 'node:crypto'
import { canonicalJson } from '../../publication/log/canonical-json'
import { emailHmac } from '../vault/email'
import { hexMacOf } from '../vault/keys'

/** What one key is known by below what it was sent to: an article or a comment. */
export const keyDigest = (targetId: string, idempotencyKey: string): string =>
  createHash('sha256').update(`${targetId}\n${idempotencyKey}`).digest('hex')

/** What was sent, without a way back to it; members that are left out, null or the default are alike. */
export function contentDigest(input: Readonly<Record<string, unknown>>): string {
  const told = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false))
  return hexMacOf('content', canonicalJson(told))
}

/** Who sent something, without a way back to the address. */
export const senderHash = (address: string): string => hexMacOf('sender', address)

/** One sender's text to one article: sent twice, it is one comment. Two people behind one address who give e-mail addresses are two. */
export const twinDigest = (articleId: string, sender: string, email: string | null | undefined, text: string): string =>
  hexMacOf('content', canonicalJson({ articleId, sender, email: email ? emailHmac(email) : null, text }))

/** A text, whoever sent it and wherever: letters and digits alone, so that spaces and marks make no other text of it. */
export const textDigest = (text: string): string =>
  hexMacOf('content', text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
