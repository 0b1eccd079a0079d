import { createHmac, hkdfSync } from 'node:crypto'
import { readSecret } from '../../settings'

/** What a key derived from COMMENT_KEY is for; each purpose has a key of its own, so that one answer tells nothing about another. */
export type KeyPurpose = 'email' | 'email-lookup' | 'sender' | 'content' | 'preview-token' | 'sender-link' | 'my-data-link' | 'backup-check'

const derived = new Map<KeyPurpose, Buffer>()

/**
 * The 256-bit key for a purpose (HKDF-SHA-256, RFC 5869), derived from COMMENT_KEY.
 * @throws Error that names COMMENT_KEY when it is unset
 */
export function keyFor(purpose: KeyPurpose): Buffer {
  let key = derived.get(purpose)
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', readSecret('COMMENT_KEY'), '', `klartext ${purpose}`, 32))
    derived.set(purpose, key)
  }
  return key
}

/** HMAC-SHA-256 under the key of a purpose. */
export const macOf = (purpose: KeyPurpose, text: string): Buffer => createHmac('sha256', keyFor(purpose)).update(text, 'utf8').digest()

/** The same as 64 hex digits, for a column. */
export const hexMacOf = (purpose: KeyPurpose, text: string): string => macOf(purpose, text).toString('hex')
