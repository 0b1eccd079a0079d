import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortKey } from '../../../../src/publication/text/sort-key'

const byKey = (names: string[]): string[] => [...names].sort((a, b) => sortKey(a) < sortKey(b) ? -1 : 1)

describe('sortKey', () => {
  it('sorts as a Swedish register', () => {
    const names = ['112', 'Adam', 'André', 'Bo', 'Müller', 'Myra', 'Wall', 'Zeta', 'Åsa', 'Ängel', 'Örjan', 'Яна']
    expect(byKey([...names].reverse())).toEqual(names)
  })
  it.each([['åsa', 'ÅSA'], ['”Hej”, sa hon', 'hej sa hon'], ['Idé', 'ide'], ['Müller', 'Myller']])('%s stands where %s does', (a, b) => expect(sortKey(a)).toBe(sortKey(b)))

  it('agrees with Intl on words of Swedish letters', () => {
    const collator = new Intl.Collator('sv', { sensitivity: 'base' })
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzåäö'), minLength: 1 })
    fc.assert(fc.property(word, word, (a, b) => {
      expect(Math.sign(collator.compare(a, b))).toBe(sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0)
    }))
  })
  it('is ASCII of at most 400 characters for any text', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 410 }), (text) => {
    // eslint-disable-next-line no-control-regex -- the whole of ASCII
    expect(sortKey(text)).toMatch(/^[\u0000-\u007F]{0,400}$/)
  })))
})
