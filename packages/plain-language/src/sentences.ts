import { isAbbreviationHere } from './abbreviations.js'

/**
 * A run of final marks with the quotation marks and brackets that close after it, up to the next word.
 * The look back keeps a long run without a space from being tried again at each of its marks.
 */
const possibleEnd = /(?<![.!?…])([.!?…]+)["'”’»)\]]*\s+/g

/** What a new sentence may open with, before its first letter or digit. */
const opening = /^[\s"'”’“‘«»([\u2010-\u2015\u2212•*-]*/u

/** Longer than any abbreviation with the mark before it. */
const abbreviationReach = 16

/** The number of a list item typed as text: `1. Öppna appen`. */
const enumerator = /^[\s([]*\d{1,3}\.$/

/**
 * Cuts one normalised block (a paragraph, heading, list item or the like) into sentences.
 *
 * The rule: the end of the block ends a sentence, and so does a run of `.`, `!`, `?` or `…` with white space after it,
 * where the next word opens with a capital or a digit. The point of an abbreviation, an initial or the number of a list item
 * ends none; a colon, a semicolon and a line break end none. The rule is our own and not `Intl.Segmenter`, whose cuts follow
 * the version of ICU: the same text must have the same LIX on every machine.
 */
export function splitSentences(block: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const end of block.matchAll(possibleEnd)) {
    const [whole, marks = ''] = end
    const next = end.index + whole.length
    const upToMark = block.slice(start, end.index + marks.length)
    if (opensSentence(block.slice(next)) && !isPartOfSentence(upToMark, block.slice(next))) {
      sentences.push(block.slice(start, next))
      start = next
    }
  }
  sentences.push(block.slice(start))
  return sentences
}

function firstCharacter(text: string): string {
  return text.replace(opening, '').slice(0, 2)
}

function opensSentence(text: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{N}]/u.test(firstCharacter(text))
}

function isPartOfSentence(before: string, after: string): boolean {
  const lastWord = before.slice(-abbreviationReach).match(/[^\s"'”’“‘«»([]+$/u)?.[0] ?? ''
  return enumerator.test(before) || isAbbreviationHere(lastWord, /^\d/.test(firstCharacter(after)))
}
