/**
 * A round figure on the slow side: adults read English prose silently at 238 words a minute, most of them between 175 and 300
 * (Brysbaert 2019, a review of 190 studies), and 17 languages aloud at 184 on average (Trauzettel-Klosinski and Dietz 2012);
 * Swedish words are longer than English ones.
 */
const wordsPerMinute = 200

/**
 * How long a text takes to read.
 *
 * @param words number of words, zero or more
 * @returns whole minutes, rounded to the nearest, at least 1
 * @throws {RangeError} when `words` is no whole number or below zero
 */
export function readingMinutes(words: number): number {
  if (!Number.isSafeInteger(words) || words < 0)
    throw new RangeError(`words must be a whole number, zero or more, but is ${words}`)
  return Math.max(1, Math.round(words / wordsPerMinute))
}
