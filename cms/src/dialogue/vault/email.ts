import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { hexMacOf, keyFor } from './keys'

/** An address as it is compared: two spellings of it are one sender. */
const folded = (email: string): string => email.trim().normalize('NFC').toLowerCase()

/** What an address is looked up by; without the key nobody can tell which address it is. */
export const emailHmac = (email: string): string => hexMacOf('email-lookup', folded(email))

/**
 * Encrypts an address with AES-256-GCM (NIST SP 800-38D), bound to what it belongs to.
 * @param email the address
 * @param owner a comment's id or a report's receipt: the cipher can be read back only for the same one
 * @returns `iv.tag.ciphertext`, each in base64url
 */
export function encryptEmail(email: string, owner: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor('email'), iv).setAAD(Buffer.from(owner))
  const text = Buffer.concat([cipher.update(email.trim(), 'utf8'), cipher.final()])
  return [iv, cipher.getAuthTag(), text].map(part => part.toString('base64url')).join('.')
}

/**
 * Reads an address back.
 * @throws Error when the cipher was changed, belongs to something else, or was made with another COMMENT_KEY
 */
export function decryptEmail(cipher: string, owner: string): string {
  const [iv, tag, text] = cipher.split('.').map(part => Buffer.from(part, 'base64url'))
  if (!iv || !tag || !text)
    throw new Error('An encrypted address is not whole.')
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor('email'), iv, { authTagLength: 16 }).setAAD(Buffer.from(owner)).setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  }
  catch (error) {
    throw new Error('An encrypted address cannot be read: it was changed, or COMMENT_KEY is not the one it was written with.', { cause: error })
  }
}
