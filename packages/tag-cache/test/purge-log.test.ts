import { expect, it } from 'vitest'
import { PurgeLog } from '../src/purge-log.js'

it('knows what was purged after a render began', () => {
  const log = new PurgeLog()
  const first = log.begin()
  log.purge(['a'])
  const second = log.begin()
  log.purge(['b'])
  expect([['a'], ['b'], ['c'], []].map(tags => log.isOutdated(first, tags))).toEqual([true, true, false, false])
  expect([['a'], ['b'], ['c'], []].map(tags => log.isOutdated(second, tags))).toEqual([false, true, false, false])
  log.purgeEverything()
  expect([first, second, log.begin()].map(start => log.isOutdated(start, []))).toEqual([true, true, false])
})

it('remembers purges only as long as a render that began before them runs', () => {
  const log = new PurgeLog()
  log.purge(['before any render'])
  expect(log.size).toBe(0)
  const first = log.begin()
  const same = log.begin()
  log.purge(['a'])
  log.purge(['b'])
  log.end(same)
  const later = log.begin()
  log.purge(['a'])
  expect(log.size).toBe(2)
  log.end(first)
  expect([log.size, log.isOutdated(later, ['a']), log.isOutdated(later, ['b'])]).toEqual([1, true, false])
  log.end(later)
  expect(log.size).toBe(0)
})
