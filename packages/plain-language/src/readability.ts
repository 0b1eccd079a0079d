import { splitSentences } from './sentences.js'
import { normalise } from './text.js'
import { isLongWord, splitWords } from './words.js'

export interface Readability {
  words: number
  sentences: number
  /** Words of more than six letters. */
  longWords: number
  /** LIX, rounded to a whole number; null for a text without a word. */
  lix: number | null
}

/**
 * Measures how heavy a Swedish text is to read.
 *
 * @param blocks the text, one string for each paragraph, heading, list item, quote or spoken line: the end of a block ends a
 * sentence, so a heading without a point is a sentence of its own. A block without a word counts for nothing.
 * @returns the counts and LIX = words / sentences + 100 × long words / words (C. H. Björnsson, Läsbarhet, 1968).
 * What a word and a sentence are is stated in `words.ts` and `sentences.ts`, and in the README.
 */
export function readability(blocks: readonly string[]): Readability {
  let words = 0
  let sentences = 0
  let longWords = 0
  for (const block of blocks) {
    for (const sentence of splitSentences(normalise(block))) {
      const found = splitWords(sentence)
      words += found.length
      sentences += found.length > 0 ? 1 : 0
      longWords += found.filter(isLongWord).length
    }
  }
  const lix = words === 0 ? null : Math.round(words / sentences + 100 * longWords / words)
  return { words, sentences, longWords, lix }
}
