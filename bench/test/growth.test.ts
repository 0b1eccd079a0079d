import { describe, expect, it } from 'vitest'
import { growthOf } from '../src/report/growth.mjs'

const series = (of: (step: number) => number, length = 60) => Array.from({ length }, (_, step) => of(step))

describe('growthOf', () => {
  it.each([
    ['a flat line', series(() => 200), true],
    ['a line that swings', series(step => 200 + (step % 5) * 8), true],
    ['caches that fill in the first half', series(step => Math.min(step, 30) * 10), true],
    ['a single leap that falls again', series(step => step === 58 ? 900 : 200), true],
    ['a leak from the beginning', series(step => 200 + step * 3), false],
    ['a leak that begins after the middle', series(step => 200 + Math.max(0, step - 40) * 4), false],
    ['a small process that doubles', series(step => 20 + step), false],
  ])('%s', (_, values, isFlat) => {
    expect(growthOf(values).isFlat).toBe(isFlat)
  })

  it('needs ten looks', () => {
    expect(() => growthOf(series(() => 1, 9))).toThrow(RangeError)
  })
})
