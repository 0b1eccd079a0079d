import { expect, it } from 'vitest'
import { readingMinutes } from '../src/reading-minutes.js'

it.each([[0, 1], [1, 1], [299, 1], [300, 2], [499, 2], [1600, 8], [2085, 10]])('%i words take %i minutes', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes)
})

it.each([-1, 1.5, Number.NaN, Infinity])('refuses %d words', (words) => {
  expect(() => readingMinutes(words)).toThrow(RangeError)
})
