import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleaned, fieldText, typeset } from '../../../../src/publication/text/typography'

describe('typeset in Swedish', () => {
  it.each([
    ['straight quotation marks', 'Hon sa "nej".', 'Hon sa ”nej”.'],
    ['English and German quotation marks', '“nej” „nej‟', '”nej” ”nej”'],
    ['apostrophes', 'Lars\' ‘sak’ it\'s', 'Lars’ ’sak’ it’s'],
    ['angle marks stay', '»nej«', '»nej«'],
    ['runs of spaces and tabs', 'ett  två\t tre', 'ett två tre'],
    ['spaces around a line break', 'ett \n  två', 'ett\ntvå'],
    ['empty lines', 'ett\n\n \ntvå', 'ett\ntvå'],
    ['every kind of line break', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a hard space stays', '10\u00A0kr', '10\u00A0kr'],
    ['dashes stay as they are', '6-12 månader – eller - så', '6-12 månader – eller - så'],
    ['three points stay', 'Jo...', 'Jo...'],
    ['zero-width and direction marks go', 'a\u200Bb\u202Ec\uFEFFd\u2066e', 'abcde'],
    ['a joined emoji stays joined', '👩\u200D🚒', '👩\u200D🚒'],
    ['control characters go', 'a\u0000b\u0008c', 'abc'],
    ['decomposed letters are composed', 'A\u030Ange', 'Ånge'],
    ['half a surrogate pair is replaced', 'a\uD83Db', 'a\uFFFDb'],
    ['space at the start', '  ett', 'ett'],
  ])('%s', (_, text, set) => expect(typeset(text, 'sv')).toBe(set))

  it('drops a space after a space, and keeps one after a word', () => {
    expect(typeset(' två', 'sv', 't ')).toBe('två')
    expect(typeset(' två', 'sv', 't')).toBe(' två')
  })
})

describe('typeset in English', () => {
  it.each([
    ['"No," she said.', '', '“No,” she said.'],
    ['("No")', '', '(“No”)'],
    ['it\'s \'fine\'', '', 'it’s ‘fine’'],
    ['"It\'s \'fine\'"', '', '“It’s ‘fine’”'],
    ['– "No"', '', '– “No”'],
    ['" and so on', 'word', '” and so on'],
    ['"', ' ', '“'],
  ])('%s after "%s"', (text, before, set) => expect(typeset(text, 'en', before)).toBe(set))
})

describe('fieldText', () => {
  it.each([[null, null], [undefined, null], [' \n ', null], [' Hej  "du" ', 'Hej ”du”']])('%j', (text, set) => expect(fieldText(text, 'sv')).toBe(set))
})

describe('for any text', () => {
  const text = fc.string({ unit: 'binary' })
  it('setting it twice changes nothing more', () => fc.assert(fc.property(text, fc.constantFrom('sv', 'en'), (value, language) => {
    const once = typeset(value, language)
    expect(typeset(once, language)).toBe(once)
  })))
  it('cleaning leaves well-formed text without control characters', () => fc.assert(fc.property(text, (value) => {
    expect(cleaned(value).isWellFormed()).toBe(true)
    expect(cleaned(value).replace(/[\t\n]/g, '')).not.toMatch(/\p{Cc}/u)
  })))
})
