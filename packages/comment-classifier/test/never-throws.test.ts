import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BUCKETS, EVERY_COMMENT, featuresOf, isQuestion, scoreSpam } from '../src/index.js'

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom('a', 'Å', ' ', '.', '?', '!', '/', ':', '@', '(', ')', '[', ']', '"', '»', '\n', '1', '👉', '\u200B', '\uD800', 'www.', 'https://', 'lån', '.com'), maxLength: 400 }),
)
const counts = fc.record({ spam: fc.oneof(fc.nat(), fc.double()), honest: fc.oneof(fc.integer(), fc.double()) })

it('any text under any name has a score from 0 to 1, the same each time', () => {
  fc.assert(fc.property(texts, texts, (text, name) => {
    const score = scoreSpam(text, name)
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
    expect(scoreSpam(text, name)).toBe(score)
  }))
})

it('whatever was learnt, sensible or not, the score stays from 0 to 1', () => {
  fc.assert(fc.property(texts, counts, counts, (text, all, each) => {
    const score = scoreSpam(text, '', bucket => bucket === EVERY_COMMENT ? all : each)
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
  }))
})

it('any text falls into buckets that exist, each once, in their order, that of every comment first', () => {
  fc.assert(fc.property(texts, (text) => {
    const buckets = featuresOf(text)
    expect(buckets[0]).toBe(EVERY_COMMENT)
    expect(buckets.every((bucket, at) => at === 0 || bucket > (buckets[at - 1] ?? bucket))).toBe(true)
    expect(buckets.every(bucket => Number.isInteger(bucket) && bucket >= 0 && bucket < BUCKETS)).toBe(true)
  }))
})

it('any text is a question or not, with a confidence of half or more', () => {
  fc.assert(fc.property(texts, (text) => {
    const { confidence } = isQuestion(text)
    expect(confidence).toBeGreaterThanOrEqual(0.5)
    expect(confidence).toBeLessThanOrEqual(1)
    expect(isQuestion(text)).toEqual(isQuestion(text))
  }))
})
