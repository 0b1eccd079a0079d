import { describe, expect, it } from 'vitest'
import { cursorOf, logStart, parsePlace } from '../../../src/changes/cursor'

describe('a cursor', () => {
  const place = { seq: 7, chain: 'a'.repeat(64) }

  it('is the same for the same place, and another one for another log or epoch', () => {
    const all = [
      cursorOf('epoch', place),
      cursorOf('epoch', { ...place, chain: 'b'.repeat(64) }),
      cursorOf('later', place),
      cursorOf('epoch', logStart),
    ]
    expect(new Set(all).size).toBe(all.length)
    expect(cursorOf('epoch', place)).toBe(all[0])
    for (const cursor of all)
      expect(cursor).toMatch(/^\d+\.[\w-]{16}$/)
  })

  it.each([
    [cursorOf('epoch', place), { seq: 7, mark: cursorOf('epoch', place).slice(2) }],
    ['7', { seq: 7, mark: null }],
    ['0', { seq: 0, mark: null }],
    ['9007199254740991', { seq: Number.MAX_SAFE_INTEGER, mark: null }],
    ['9007199254740993', null],
    ['', null],
    ['-1', null],
    ['7.', null],
    ['7.a b', null],
    ['1e3', null],
    ['7\n', null],
  ])('%j is read as %j', (text, asked) => {
    expect(parsePlace(text)).toEqual(asked)
  })
})
