import { expect, it } from 'vitest'
import { BackOff } from '../src/back-off.js'

it.each([
  ['without luck', 0, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]],
  ['with much', 0.999_999, [1_250, 2_500, 5_000, 10_000, 20_000, 30_000, 30_000]],
])('waits longer with each failure, %s', (_, luck, waits) => {
  const backOff = new BackOff(() => luck)
  expect(waits.map(() => Math.round(backOff.fail('/a', 0)))).toEqual(waits)
  expect(backOff.waitOf('/a', 29_000)).toBe(1_000)
  expect([backOff.waitOf('/a', 40_000), backOff.waitOf('/b', 0)]).toEqual([0, 0])
})

it('forgets the oldest of more than a thousand keys', () => {
  const backOff = new BackOff(() => 0)
  for (let i = 0; i <= 1_000; i += 1)
    backOff.fail(`/${i}`, 0)
  expect([backOff.waitOf('/0', 0), backOff.waitOf('/1', 0)]).toEqual([0, 1_000])
})
