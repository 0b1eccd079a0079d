import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseLine, normaliseText } from '../../../../src/dialogue/submit/normalise-text'

describe('a reader\'s text', () => {
  it.each([
    ['composes letters', 'a\u030A A\u0308', 'å Ä'],
    ['knows one line break', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['has no direction marks', '\u202Aa\u202E\u2066b\u2069\u200Ec\u200F\u061Cd', 'abcd'],
    ['has no controls', 'a\u0000\u0007\u001B[31mb\u007F\u0090c', 'a[31mbc'],
    ['keeps words apart that a form feed parts', '<svg\fonload=x>\vb', '<svg onload=x> b'],
    ['keeps a tab between words', 'a\tb', 'a\tb'],
    ['has no zero-width runs', 'gra\u200B\u200C\u200D\u2060\uFEFF\u00ADtis', 'gratis'],
    ['has no lone joiner between letters', 'gra\u200Dtis gra\u200Ctis', 'gratis gratis'],
    ['keeps an emoji of parts', 'Hej 👩‍👩‍👧‍👦 👩🏽‍🚒 🏳️‍🌈!', 'Hej 👩‍👩‍👧‍👦 👩🏽‍🚒 🏳️‍🌈!'],
    ['has no joiner beside an emoji', '👩\u200D a\u200D👧', '👩 a👧'],
    ['has no doubled joiner in an emoji', '👩\u200D\u200D👧', '👩👧'],
    ['keeps the joiners that Persian is spelt with', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['has no tags that only machines read', 'a\u{E0001}b', 'ab'],
    ['has two empty lines in a row at most', 'a\n\n\n\n\n\nb\n\n\nc', 'a\n\n\nb\n\n\nc'],
    ['counts a line of spaces as empty', 'a \n \n\t\n  \n\nb', 'a\n\n\nb'],
    ['keeps what a line begins with', 'a\n  b', 'a\n  b'],
    ['has no space at its ends', ' \n a \n ', 'a'],
    ['has no halves of characters', 'a\uD83Db', 'a\uFFFDb'],
    ['keeps markup as it was typed', '<b>&amp;</b>', '<b>&amp;</b>'],
    ['is empty without a visible character', '\u200B\u2060 \u202E', ''],
  ])('%s', (_, text, expected) => expect(normaliseText(text)).toBe(expected))

  it('is on one line where it is a name', () => expect(normaliseLine(' Åsa\u00A0\n  \t af\r\nEk ')).toBe('Åsa af Ek'))

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.constantFrom('\r', '\n', ' ', '\u200D', '\u200C', '\u202E', '👩', '🏽', '\uFE0F', 'e', '\u0301', '\u1160', 'می', '\uD83D', '\uDC69', '\u{E0001}', '\u00A0', '\u3000', '\u0085'),
  )
  const texts = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''))

  it('normalised once is normalised for good', () => fc.assert(fc.property(texts, (text) => {
    const once = normaliseText(text)
    expect(normaliseText(once)).toBe(once)
    expect(normaliseLine(normaliseLine(text))).toBe(normaliseLine(text))
  }), { numRuns: 20_000 }))

  it('never carries what it must not, and loses nothing that is seen', () => fc.assert(fc.property(texts, (text) => {
    const kept = normaliseText(text)
    expect(kept.isWellFormed()).toBe(true)
    expect(kept).toBe(kept.normalize('NFC'))
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(kept).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\n{4}|[\u200C\u200D]{2}|^\s|\s$/)
    const seen = (value: string) => value.toWellFormed().normalize('NFC').replaceAll('\u034F', '').replace(/[\s\p{C}\u1160\u115F\u3164\uFFA0]/gu, '')
    expect(seen(kept).normalize('NFC')).toBe(seen(text.normalize('NFC')).normalize('NFC'))
  }), { numRuns: 5_000 }))
})

// in time for the suite's limit: an expression that goes back over what it read takes a minute here
it.each([' ', '\t', ' \n', '\n', '\u00A0', '\u200D', 'e\u0301', '👩\u200D'])('the longest body, full of %j, is read without going back over it', (piece) => {
  for (const end of ['x', '\u0000x', '\nx']) {
    const kept = normaliseText(`a${piece.repeat(Math.floor(65_000 / piece.length))}${end}`)
    expect(normaliseText(kept)).toBe(kept)
  }
})
