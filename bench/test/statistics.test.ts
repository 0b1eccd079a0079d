import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, percentile, slope, summarise } from '../src/report/statistics.mjs'

const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 60 })

describe('median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[1, 2, 3, 10], 2.5],
    [[10, 9, 100], 10],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected)
  })

  it('has as many values on either side', () => {
    fc.assert(fc.property(numbers, (values) => {
      const middle = median(values)
      expect(values.filter(value => value < middle).length).toBeLessThanOrEqual(values.length / 2)
      expect(values.filter(value => value > middle).length).toBeLessThanOrEqual(values.length / 2)
    }))
  })

  it('refuses nothing', () => {
    expect(() => median([])).toThrow(RangeError)
  })
})

describe('percentile', () => {
  it.each([
    [0, 1],
    [0.01, 1],
    [0.5, 50],
    [0.99, 99],
    [0.991, 100],
    [1, 100],
  ])('%d of 1 to 100 is %d', (share, expected) => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(percentile(values, share)).toBe(expected)
  })

  it('is a value that was seen, and holds its share below it', () => {
    fc.assert(fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const value = percentile(values, share)
      expect(values).toContain(value)
      expect(values.filter(other => other <= value).length).toBeGreaterThanOrEqual(share * values.length)
    }))
  })

  it.each([-0.1, 1.1, Number.NaN])('refuses the share %d', (share) => {
    expect(() => percentile([1], share)).toThrow(RangeError)
  })
})

it('summarises rounds with their spread', () => {
  expect(summarise([12, 10, 11])).toEqual({ median: 11, low: 10, high: 12, rounds: 3 })
})

describe('slope', () => {
  const line = (...values: number[]) => values.map((value, at) => ({ at, value }))

  it.each([
    [line(5, 5, 5), 0],
    [line(1, 3, 5, 7), 2],
    [line(10, 10, 900, 10, 10), 0],
  ])('of %j is %d', (points, expected) => {
    expect(slope(points)).toBe(expected)
  })

  it('finds a line through up to a quarter of wild points', () => {
    fc.assert(fc.property(fc.integer({ min: -100, max: 100 }), fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 10 }), (rise, wild) => {
      const points = Array.from({ length: 40 }, (_, at) => ({ at, value: wild.includes(at) ? 1e6 : rise * at }))
      expect(slope(points)).toBeCloseTo(rise)
    }))
  })

  it('refuses one moment', () => {
    expect(() => slope([{ at: 1, value: 1 }, { at: 1, value: 2 }])).toThrow(RangeError)
  })
})
