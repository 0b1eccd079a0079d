import { takeLinks } from '../text/links.js'
import { plainLetters } from '../text/plain-letters.js'

/** A sentence of a comment: its words in small letters, and how it ends. */
export interface Sentence {
  words: string[]
  /** What was said before it began: "hej", "jo". */
  opening: string[]
  /** Whether a question mark ends it. */
  marked: boolean
}

const QUOTED = /"[^"\n]*"|[“”„][^“”„\n]*[“”]|[«»][^«»\n]*[«»]/g
/** What is said for another word in a hurry or in a dialect. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  e: 'är',
  ha: 'har',
  ja: 'jag',
  de: 'det',
  dom: 'de',
  nån: 'någon',
  nåt: 'något',
  va: 'vad',
  mkt: 'mycket',
  sku: 'skulle',
  å: 'och',
  int: 'inte',
  me: 'med',
  u: 'you',
  ä: 'är',
}
const ENDS = /(?<=[.!?…])[)"”’*]*\s+|\n+|(?<=\?)(?=\p{L})/u
/** "Hej! När…", "Fråga: …", "men vad…": what goes before a sentence without changing its order. */
const OPENERS = new Set([
  'hej',
  'hejsan',
  'hallå',
  'tjena',
  'goddag',
  'tack',
  'jaha',
  'jaså',
  'men',
  'och',
  'alltså',
  'asså',
  'jo',
  'nej',
  'ok',
  'okej',
  'ursäkta',
  'förlåt',
  'snälla',
  'så',
  'fast',
  'dock',
  'sen',
  'ps',
  'fråga',
  'undran',
  'hello',
  'hi',
  'hey',
  'but',
  'and',
  'so',
  'sorry',
  'please',
  '0',
])

/**
 * The sentences of a comment, without what is quoted, linked, or said before the sentence begins.
 *
 * @param text a comment, as it was sent in
 */
export function sentencesOf(text: string): Sentence[] {
  const plain = plainLetters(text)
  const own = plain.replace(QUOTED, ' ')
  // What is nothing but a quotation is what its sender says.
  const said = takeLinks(/\p{L}{2}/u.test(own) ? own : plain).words
  return said.split(ENDS).flatMap(clausesOf).filter(({ words, opening, marked }) => words.length > 0 || opening.length > 0 || marked)
}

function clausesOf(sentence: string): Sentence[] {
  const parts = sentence.split(/[:;]\s|\s[–—-]\s/)
  return parts.map((part, at) => ({
    ...withoutOpeners(wordsIn(part)),
    marked: at === parts.length - 1 && /\?[\s?!.…)"”'*\p{Extended_Pictographic}]{0,40}$/u.test(part),
  }))
}

/**
 * The words of a part of a sentence in small letters; a comma is a word of its own.
 *
 * @param part any text
 */
export function wordsIn(part: string): string[] {
  return Array.from(part.toLowerCase().matchAll(/\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}[\p{N}.,]*|,/gu), ([word]) => WRITTEN_OUT[word] ?? word)
}

function withoutOpeners(words: readonly string[]): Pick<Sentence, 'words' | 'opening'> {
  const first = words.findIndex(word => !(OPENERS.has(word) || word === ',' || /^\p{N}/u.test(word)))
  return first < 0 ? { opening: [...words], words: [] } : { opening: words.slice(0, first), words: words.slice(first) }
}
