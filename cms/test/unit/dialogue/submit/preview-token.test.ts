import process from 'node:process'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { issuePreviewToken, readPreviewToken, tokenLifetime } from '../../../../src/dialogue/submit/preview-token'
import { testSecrets } from '../../../harness/secrets'

beforeAll(() => {
  process.env.COMMENT_KEY = testSecrets.COMMENT_KEY
})

const now = new Date('2026-05-01T10:00:00Z')
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)

describe('a preview\'s token', () => {
  it('tells its age under its article', () => {
    const token = issuePreviewToken('artikel00001', now)
    expect(token).toMatch(/^[\x21-\x7E]{1,255}$/)
    expect(readPreviewToken(token, 'artikel00001', later(4_000))).toEqual({ kind: 'preview', age: 4_000 })
    expect(readPreviewToken(token, 'artikel00001', later(tokenLifetime - 1))).toEqual({ kind: 'preview', age: tokenLifetime - 1 })
  })
  it('is good for an hour, under its article alone', () => {
    const token = issuePreviewToken('artikel00001', now)
    expect(readPreviewToken(token, 'artikel00001', later(tokenLifetime))).toEqual({ kind: 'expired' })
    expect(readPreviewToken(token, 'artikel00002', later(4_000))).toEqual({ kind: 'expired' })
  })
  it('is another one each time', () => expect(issuePreviewToken('artikel00001', now)).not.toBe(issuePreviewToken('artikel00001', now)))
  it('cannot be changed', () => {
    const token = issuePreviewToken('artikel00001', now)
    fc.assert(fc.property(fc.nat(token.length - 2), fc.constantFrom(...'0123456789abcdefgxyzAB-_'), (at, character) => {
      const changed = token.slice(0, at) + character + token.slice(at + 1)
      if (changed !== token)
        expect(readPreviewToken(changed, 'artikel00001', later(4_000)).kind).not.toBe('preview')
    }))
  })
  it.each(['8f9a1c1e-7d1f-4a5c-9d1e-111111111111', 'abc', 'a.b.c', '1.2.3'])('"%s" is another front end\'s key', key => expect(readPreviewToken(key, 'artikel00001', now)).toEqual({ kind: 'foreign' }))
})
