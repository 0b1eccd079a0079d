import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPreviewToken, previewSeconds, PreviewTokenError, verifyPreviewToken } from '../../../src/preview/token'

const secret = 'preview-secret'
const made = new Date('2026-05-01T10:00:00.000Z')
const grant = { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', language: 'en' }
const token = createPreviewToken(grant, secret, made)
const after = (seconds: number): Date => new Date(made.getTime() + seconds * 1000)

const reasonOf = (tried: string, at = made, withSecret = secret): string => {
  try {
    verifyPreviewToken(tried, withSecret, at)
  }
  catch (error) {
    if (error instanceof PreviewTokenError)
      return error.reason
    throw error
  }
  return 'good'
}

it('opens one document in one language for five minutes', () => {
  expect(verifyPreviewToken(token, secret, after(previewSeconds - 1))).toEqual({ ...grant, expiresAt: new Date('2026-05-01T10:05:00.000Z') })
  expect(reasonOf(token, after(previewSeconds))).toBe('expired')
})

it('can stand in an address as it is', () => {
  expect(encodeURIComponent(token)).toBe(token)
})

const [payload = '', signature = ''] = token.split('.')
const other = createPreviewToken({ ...grant, documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8' }, secret, made).split('.')

it.each([
  ['nothing', ''],
  ['a dot', '.'],
  ['the payload alone', payload],
  ['no signature', `${payload}.`],
  ['a signature cut short', token.slice(0, -1)],
  ['a longer signature', `${token}A`],
  ['one part more', `${token}.x`],
  ['another document under this signature', `${other[0]}.${signature}`],
  ['a signature of another document', `${payload}.${other[1]}`],
  ['letters that are not ASCII', `${payload}.${'å'.repeat(signature.length)}`],
])('refuses %s', (_, tried) => {
  expect(reasonOf(tried)).toBe('invalid')
})

it('refuses what another secret signed, also when it is old', () => {
  expect(reasonOf(token, made, 'another secret')).toBe('invalid')
  expect(reasonOf(token, after(1e6), 'another secret')).toBe('invalid')
})

it('refuses whatever was changed in it', () => {
  fc.assert(fc.property(fc.nat(token.length - 1), fc.constantFrom(...'Aa0-_.'), (at, letter) => {
    const changed = token.slice(0, at) + letter + token.slice(at + 1)
    // the last letter of base64url carries bits that no byte uses; the signature is compared as text, so also they count
    expect(reasonOf(changed)).toBe(changed === token ? 'good' : 'invalid')
  }), { numRuns: 500 })
})

it('refuses any text', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    expect(reasonOf(text)).toBe('invalid')
  }))
})
