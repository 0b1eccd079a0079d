import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inLanguage, toQueryString } from '../src/query.js'

it.each([
  [{}, ''],
  [{ page: undefined }, ''],
  [{ page: 2, limit: 10 }, '?limit=10&page=2'],
  [{ asOf: '2026-05-01T10:00:00+02:00' }, '?asOf=2026-05-01T10%3A00%3A00%2B02%3A00'],
  [{ topic: 'å & ä', kind: '' }, '?kind=&topic=%C3%A5+%26+%C3%A4'],
  [{ after: 0 }, '?after=0'],
])('%j is written %j', (query, written) => {
  expect(toQueryString(query)).toBe(written)
})

it('is read back as it was asked, whatever the order of its keys', () => {
  const query = fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat()), { noNullPrototype: true })
  fc.assert(fc.property(query, (asked) => {
    const written = toQueryString(asked)
    const turned = Object.fromEntries(Object.entries(asked).reverse())
    expect(toQueryString(turned)).toBe(written)
    expect(Object.fromEntries(new URLSearchParams(written))).toEqual(Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, String(value)])))
  }))
})

it.each([
  [{}, undefined, undefined],
  [{}, 'en', 'en'],
  [{ language: 'sv' }, 'en', 'sv'],
  [{ language: undefined }, 'en', 'en'],
])('%j in a client of language %j is asked in %j', (query, language, asked) => {
  expect(inLanguage(query, language).language).toBe(asked)
})
