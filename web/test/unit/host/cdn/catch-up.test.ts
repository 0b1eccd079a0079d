import { expect, it, onTestFinished } from 'vitest'
import { createCatchUp } from '../../../../host/cdn/catch-up'

/** A catch-up beside a cache that draws a page when it is told to. */
function start() {
  const fresh = new Set<string>()
  const refreshed: string[] = []
  const purged: (readonly string[])[] = []
  const catchUp = createCatchUp({
    every: 1,
    cache: {
      refresh: async (key) => {
        refreshed.push(key)
        return fresh.has(key)
      },
    },
    purger: { purge: tags => purged.push(tags) },
  })
  const ending = new AbortController()
  const ended = catchUp.run(ending.signal)
  onTestFinished(async () => {
    ending.abort()
    await ended
  })
  const looks = async (count: number) => {
    const { length } = refreshed
    await expect.poll(() => refreshed.length - length, { interval: 2 }).toBeGreaterThanOrEqual(count)
  }
  return { catchUp, fresh, purged, refreshed, looks }
}

it('purges an old page that was given, once, when it is drawn and not before', async () => {
  const { catchUp, fresh, purged, refreshed, looks } = start()
  catchUp.note('/a', ['article:a', 'list:articles'])
  catchUp.note('/b', ['article:b'])
  await looks(6)
  expect(purged).toEqual([])
  fresh.add('/a')
  await expect.poll(() => purged).toEqual([['article:a', 'list:articles']])
  await looks(4)
  expect(purged).toHaveLength(1)
  expect(refreshed.slice(-2)).toEqual(['/b', '/b'])
})

it('purges every tag that an old page was given with', async () => {
  const { catchUp, fresh, purged } = start()
  catchUp.note('/a', ['article:a'])
  catchUp.note('/a', ['topic:c'])
  fresh.add('/a')
  await expect.poll(() => purged).toEqual([['article:a', 'topic:c']])
})

it('purges again what was given while it was being drawn', async () => {
  const purged: (readonly string[])[] = []
  let drawn: (isFresh: boolean) => void = () => {}
  const waiting: string[] = []
  const catchUp = createCatchUp({
    every: 1,
    cache: { refresh: async key => new Promise((resolve) => {
      waiting.push(key)
      drawn = resolve
    }) },
    purger: { purge: tags => purged.push(tags) },
  })
  const ending = new AbortController()
  const ended = catchUp.run(ending.signal)
  catchUp.note('/a', ['article:a'])
  await expect.poll(() => waiting).toEqual(['/a'])
  catchUp.note('/a', ['article:a'])
  drawn(true)
  await expect.poll(() => waiting).toEqual(['/a', '/a'])
  expect(purged).toEqual([])
  drawn(true)
  await expect.poll(() => purged).toEqual([['article:a']])
  ending.abort()
  await ended
})
