import { hash } from '../text/hash.js'
import { takeLinks, wordsOfLink } from '../text/links.js'
import { plainLetters } from '../text/plain-letters.js'
import { wordsOf } from '../text/words.js'
import { shapeOf } from './shape.js'

/** How many buckets there are. A change makes what was learnt worthless. */
export const BUCKETS = 65_536

/** The bucket that every comment falls into, so that its counts say how many comments were learnt from. */
export const EVERY_COMMENT = 0

/** How many UTF-16 units of a text are read: twice what a comment may hold. */
export const READ_LIMIT = 10_000

const bucketOf = (feature: string): number => 1 + hash(feature) % (BUCKETS - 1)
const bucketsOf = (features: Iterable<string>): number[] => [...new Set(Array.from(features, bucketOf))]

/** The buckets of one text, in groups that weigh alike however many features each holds. */
export type FeatureGroups = readonly (readonly number[])[]

/**
 * The features of a text in their groups: words and pairs of words, runs of four letters, shape.
 *
 * @param text a comment, as it was sent in
 * @param name words of the name that it was sent in under, counted as words
 */
export function featureGroups(text: string, name = ''): FeatureGroups {
  const raw = plainLetters(text.slice(0, READ_LIMIT))
  const taken = takeLinks(raw)
  const said = wordsOf(taken.words)
  const linked = [...taken.links, ...taken.emails].flatMap(wordsOfLink).flatMap(wordsOf)
  const called = wordsOf(plainLetters(name.slice(0, 200)))
  return [
    bucketsOf([...said.map(word => `word:${word}`), ...pairs(said), ...linked.map(word => `word:${word}`), ...called.map(word => `word:${word}`)]),
    bucketsOf([...said, ...linked].flatMap(runs)),
    bucketsOf(shapeOf(raw, taken, said)),
  ]
}

/**
 * The buckets that a text falls into, for counting what a moderator decided: each bucket's count of spam or of honest comments goes
 * up by one for every comment decided on.
 *
 * @param text a comment, as it was sent in
 * @returns bucket numbers from 0 to {@link BUCKETS} − 1, each once and in their order, so that {@link EVERY_COMMENT} is the first and writers of the same counts lock them alike
 */
export function featuresOf(text: string): number[] {
  return [...new Set([EVERY_COMMENT, ...featureGroups(text).flat()])].sort((one, other) => one - other)
}

function pairs(words: readonly string[]): string[] {
  return words.map((word, at) => `pair:${words[at - 1] ?? '^'} ${word}`)
}

function runs(word: string): string[] {
  const padded = Array.from(` ${word.slice(0, 40)} `)
  return padded.slice(0, Math.max(1, padded.length - 3)).map((_, at) => `run:${padded.slice(at, at + 4).join('')}`)
}
