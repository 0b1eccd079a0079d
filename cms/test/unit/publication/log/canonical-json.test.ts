import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256 } from '../../../../src/publication/log/canonical-json'

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    // RFC 8785 sorts by UTF-16 code units: the emoji's surrogates come before the ligature
    [{ '\uFB33': 1, '\u{1F600}': 2, '\u20AC': 3, '1': 4, '\r': 5 }, '{"\\r":5,"1":4,"€":3,"\u{1F600}":2,"\uFB33":1}'],
    [[1e21, 1e-7, -0, 333333333.3333333, 4.5], '[1e+21,1e-7,0,333333333.3333333,4.5]'],
    [{ a: undefined, b: { c: undefined } }, '{"b":{}}'],
    ['"\\\u0007\u001F</script>é', '"\\"\\\\\\u0007\\u001f</script>é"'],
  ])('%j', (value, text) => expect(canonicalJson(value)).toBe(text))
  it.each([Number.NaN, Infinity, undefined, () => 1, 1n, '\uD800', { a: [Symbol('a')] }, { '\uD800': 1 }])('refuses what has no form: %s', value => expect(() => canonicalJson(value)).toThrow(TypeError))

  it('says the same of the same value, whatever the order of its keys', () => fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
    const reversed = Object.fromEntries(Object.entries(value).reverse())
    expect(canonicalJson(reversed)).toBe(canonicalJson(value))
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
  })))
})

it('sha256 is of the UTF-8 bytes', () => expect(sha256('å')).toBe('e83979df9d36090142f23051f8e8d7ad48e5c20dff5c9e7b92ca3454f67469f9'))
