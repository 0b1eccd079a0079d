import { describe, expect, it } from 'vitest'
import { featuresOf, isQuestion, scoreSpam } from '../src/index.js'

/** How many buckets are looked up to score a text. */
function lookups(text: string, name = ''): number {
  let count = 0
  scoreSpam(text, name, () => {
    count++
    return undefined
  })
  return count
}

const words = (count: number) => Array.from({ length: count }, (_, at) => `ord${'abcdefghij'[at % 10]}${at.toString(36)}`).join(' ')

describe('the work that a comment costs', () => {
  it('grows with its length at most', () => {
    expect(lookups(words(400))).toBeLessThan(4.5 * lookups(words(100)))
  })

  it('has an end: what stands beyond 10,000 characters is not read', () => {
    const long = words(3000)
    expect(lookups(`${long} mer`.repeat(20))).toBe(lookups(long))
    expect(featuresOf(long.repeat(3))).toEqual(featuresOf(long))
    expect(lookups('hej', words(5000))).toBe(lookups('hej', words(50).slice(0, 200)))
  })

  it.each([
    ['marks', '!'.repeat(9_999), 'a'],
    ['question marks', '?'.repeat(9_999), ','],
    ['spaces', ' '.repeat(9_999), 'x'],
    ['dots', 'a.'.repeat(5_000), '!'],
    ['letters set apart', 'a '.repeat(4_999), 'bb'],
    ['quotation marks', '"”«'.repeat(3_333), 'x'],
    ['addresses', 'a@'.repeat(5_000), '!'],
    ['half a link', 'www.'.repeat(2_500), ' '],
    ['brackets', '[url='.repeat(2_000), ']'],
    ['askers', 'undrar om '.repeat(1_000), '.'],
    ['commas', 'kan ni, '.repeat(1_250), '.'],
  ])('is nothing that a run of %s makes dear', (_, run, end) => {
    // A search that goes back over the run from each of its places would outlast the test's time.
    for (let round = 0; round < 20; round++) {
      expect(scoreSpam(`${run}${end}`)).toBeLessThanOrEqual(1)
      expect(isQuestion(`${run}${end}`).confidence).toBeLessThanOrEqual(1)
    }
  })
})
