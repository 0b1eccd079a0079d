import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { decryptEmail, emailHmac, encryptEmail } from '../../../src/dialogue/vault/email'
import { hexMacOf, keyFor } from '../../../src/dialogue/vault/keys'

beforeAll(() => {
  process.env.COMMENT_KEY = 'unit-test-comment-key'
})

const owner = '1hgl7s45i0domb8jabmnkvey'

describe('an address in the vault', () => {
  it('comes back as it was, and nothing of it stands in the cipher', () => {
    fc.assert(fc.property(fc.emailAddress(), (email) => {
      const cipher = encryptEmail(email, owner)
      expect(decryptEmail(cipher, owner)).toBe(email)
      expect(cipher).not.toContain(email)
    }))
  })

  it('never looks the same twice, so that equal addresses cannot be told', () => {
    expect(encryptEmail('oskar@sjovik.example', owner)).not.toBe(encryptEmail('oskar@sjovik.example', owner))
  })

  it('cannot be read for another comment, nor after a change', () => {
    const cipher = encryptEmail('oskar@sjovik.example', owner)
    const [iv = '', tag = '', text = ''] = cipher.split('.')
    const changed = Buffer.from(text, 'base64url')
    changed[0] = (changed[0] ?? 0) ^ 1
    for (const [broken, whose] of [[cipher, 'another'], [`${iv}.${tag}.${changed.toString('base64url')}`, owner], [`${iv}.${tag}`, owner], [`${iv}.${tag.slice(0, 6)}.${text}`, owner], ['', owner]] as const)
      expect(() => decryptEmail(broken, whose)).toThrow(/address/)
  })

  it('is looked up by one value, however it is spelt', () => {
    expect(emailHmac(' Oskar@Sjovik.Example')).toBe(emailHmac('oskar@sjovik.example'))
    expect(emailHmac('oskar2@sjovik.example')).not.toBe(emailHmac('oskar@sjovik.example'))
    expect(emailHmac('oskar@sjovik.example')).toMatch(/^[0-9a-f]{64}$/)
  })
})

it('has another key for each purpose', () => {
  expect(keyFor('email')).toHaveLength(32)
  expect(keyFor('email').equals(keyFor('email-lookup'))).toBe(false)
  expect(hexMacOf('sender', 'x')).not.toBe(hexMacOf('content', 'x'))
})
