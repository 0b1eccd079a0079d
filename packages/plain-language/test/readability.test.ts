import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readability } from '../src/readability.js'

describe('readability', () => {
  it.each<[what: string, blocks: string[], expected: ReturnType<typeof readability>]>([
    ['nothing', [], { words: 0, sentences: 0, longWords: 0, lix: null }],
    ['marks alone', ['', ' – ', '* * *'], { words: 0, sentences: 0, longWords: 0, lix: null }],
    ['one short word', ['Snö'], { words: 1, sentences: 1, longWords: 0, lix: 1 }],
    ['a heading and a paragraph', ['Vinter', 'Vi plogar gator. Kommunen betalar.'], { words: 6, sentences: 3, longWords: 2, lix: 35 }],
    ['list items', ['sand', 'salt', 'snöskyffel'], { words: 3, sentences: 3, longWords: 1, lix: 34 }],
    ['ten words in one sentence, two long', ['Vi går hem och äter soppa när kommunikatören skriver klart.'], { words: 10, sentences: 1, longWords: 2, lix: 30 }],
    ['a very long run of marks', ['.'.repeat(200_000)], { words: 0, sentences: 0, longWords: 0, lix: null }],
    ['a very long sentence', ['t.ex. A '.repeat(20_000)], { words: 40_000, sentences: 1, longWords: 0, lix: 40_000 }],
    ['a half rounds up', ['Vi åt. Hon log glatt.'], { words: 5, sentences: 2, longWords: 0, lix: 3 }],
  ])('measures %s', (_, blocks, expected) => {
    expect(readability(blocks)).toEqual(expected)
  })

  const swedish = fc.string({
    unit: fc.constantFrom(...'abcdåäöéüÅÄÖ019 .!?…:;-–’”()/'.split(''), '\u00AD', '\u00A0', 't.ex. ', 'kl. ', ' Sjövik', '. Vi ', '1 600'),
    maxLength: 60,
  })
  const open = fc.oneof(swedish, fc.string({ unit: 'grapheme' }))
  const blocks = fc.array(open, { maxLength: 6 })

  it('adds up over blocks', () => {
    fc.assert(fc.property(blocks, blocks, (a, b) => {
      const [one, other, both] = [readability(a), readability(b), readability([...a, ...b])]
      expect(both).toMatchObject({
        words: one.words + other.words,
        sentences: one.sentences + other.sentences,
        longWords: one.longWords + other.longWords,
      })
    }))
  })

  it('keeps its counts in order', () => {
    fc.assert(fc.property(blocks, (text) => {
      const { words, sentences, longWords, lix } = readability(text)
      expect(longWords).toBeLessThanOrEqual(words)
      expect(sentences).toBeLessThanOrEqual(words)
      expect(sentences > 0).toBe(words > 0)
      expect(lix === null).toBe(words === 0)
      if (lix !== null)
        expect(lix).toBeGreaterThanOrEqual(1)
    }))
  })

  it('measures composed and decomposed letters alike', () => {
    fc.assert(fc.property(blocks, (text) => {
      expect(readability(text.map(block => block.normalize('NFD')))).toEqual(readability(text.map(block => block.normalize('NFC'))))
    }))
  })

  it('counts the sentences a text was made of', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abdefghijklmnopqrstuvxyzåäöé'.split('')), minLength: 3, maxLength: 12 })
    const sentence = fc.array(word, { minLength: 1, maxLength: 12 })
    fc.assert(fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
      const text = sentences.map(words => `Sedan ${words.join(' ')} helt.`).join(' ')
      expect(readability([text])).toMatchObject({
        sentences: sentences.length,
        words: sentences.flat().length + 2 * sentences.length,
        longWords: sentences.flat().filter(each => each.length > 6).length,
      })
    }))
  })
})
