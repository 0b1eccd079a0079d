import { describe, expect, it } from 'vitest'
import { messagesIn } from '#shared/messages'

/** Every text of a catalogue by its place, functions called with arguments that can be told apart. */
function texts(node: unknown, place = ''): [place: string, text: unknown][] {
  if (typeof node === 'function')
    return [[place, Reflect.apply(node, undefined, ['2', '3'])]]
  if (typeof node === 'object' && node !== null)
    return Object.entries(node).flatMap(([key, value]) => texts(value, place ? `${place}.${key}` : key))
  return [[place, node]]
}

describe.each(['sv', 'en'] as const)('the texts in %s', (language) => {
  it.each(texts(messagesIn(language)))('%s says something', (_place, text) => {
    expect(text).toMatch(/\S/)
    expect(text).not.toMatch(/undefined|NaN|\[object|^\s|\s$/)
  })
})

describe('both catalogues', () => {
  it('have the same places', () => {
    const places = (language: 'sv' | 'en') => texts(messagesIn(language)).map(([place]) => place).sort()
    expect(places('en')).toEqual(places('sv'))
  })

  it('differ where two languages differ', () => {
    // written in their own language, or the same word in both
    const same = /^(?:siteName|languageName|readIn|lix$|writtenBy|history\.version$|organisationKind\.(?:region|other)|sender\.storedWords\.names\.text$)/
    const english = new Map(texts(messagesIn('en')))
    expect(texts(messagesIn('sv')).filter(([place, text]) => !same.test(place) && english.get(place) === text)).toEqual([])
  })

  it.each([
    [messagesIn('sv').comments(0), '0 kommentarer'],
    [messagesIn('sv').comments(1), '1 kommentar'],
    [messagesIn('sv').comments(1200), '1\u00A0200 kommentarer'],
    [messagesIn('en').comments(1200), '1,200 comments'],
    [messagesIn('sv').minutes(1), '1 minut'],
    [messagesIn('sv').versionsLink(1, false), '1, inga ändringar'],
    [messagesIn('sv').versionsLink(1, true), '1, sedan flytten hit'],
    [messagesIn('sv').versionsLink(2, true), '2, se ändringarna'],
    [messagesIn('sv').askedIn('Ingrid S., statistiker', 'Vägen'), 'I samtalet om ”Vägen” frågade Ingrid S., statistiker.'],
    [messagesIn('sv').askedIn(null, 'Vägen'), 'I samtalet om ”Vägen” frågade en läsare utan namn.'],
    [messagesIn('sv').lixMeaning(29), 'mycket lättläst'],
    [messagesIn('sv').lixMeaning(30), 'lättläst'],
    [messagesIn('sv').lixMeaning(45), 'medelsvår'],
    [messagesIn('sv').lixMeaning(55), 'svår'],
    [messagesIn('sv').lixMeaning(60), 'mycket svår'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected)
  })
})
