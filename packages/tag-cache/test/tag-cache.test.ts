import { describe, expect, it } from 'vitest'
import { RenderFailed, TagCache } from '../src/index.js'
import { page, settle, slowSite, textOf } from './site.js'

/** A cache that keeps `first` under `/a`. */
async function keeping(first = page('first')) {
  const site = slowSite()
  const read = site.cache.read('/a')
  ;(await site.nextCall()).answer(first)
  await read
  return site
}

describe('reading', () => {
  it('renders a key once for all who ask, then answers from the cache', async () => {
    const { cache, calls, nextCall } = slowSite()
    const reads = [cache.read('/a'), cache.read('/a'), cache.read('/a')]
    ;(await nextCall()).answer(page('first'))
    expect((await Promise.all(reads)).map(({ from }) => from)).toEqual(['render', 'render', 'render'])
    const again = await cache.read('/a')
    expect([again.from, textOf(again)]).toEqual(['cache', 'first'])
    expect(calls).toEqual([])
    expect(cache.counters()).toMatchObject({ hits: 1, staleHits: 0, misses: 3, renders: 1, errors: 0, entries: 1, rendering: 0 })
  })

  it('waits for the new page after a purge, and gives the stale one at the deadline', async () => {
    const { cache, clock, calls, nextCall } = await keeping()
    expect(cache.purge(['page'])).toBe(1)
    const reads = [cache.read('/a'), cache.read('/a')]
    const call = await nextCall()
    clock.advance(399)
    await settle()
    const early = cache.read('/a')
    clock.advance(1)
    expect((await Promise.all(reads)).map(read => [read.from, textOf(read)])).toEqual([['stale', 'first'], ['stale', 'first']])
    call.answer(page('second'))
    expect(textOf(await early)).toBe('second')
    expect(textOf(await cache.read('/a'))).toBe('second')
    expect(calls).toEqual([])
    expect(clock.waiting).toBe(0)
  })

  it('renders again what was purged while it rendered, before it answers', async () => {
    const { cache, nextCall } = slowSite()
    const read = cache.read('/a')
    const first = await nextCall()
    cache.purge(['page'])
    first.answer(page('before the purge'))
    ;(await nextCall()).answer(page('after it'))
    expect(textOf(await read)).toBe('after it')
    expect((await cache.read('/a')).from).toBe('cache')
  })

  it('knows a purge of a tag that the new page no longer names', async () => {
    const { cache, nextCall } = await keeping(page('first', { tags: ['page', 'person'] }))
    cache.purge(['page'])
    const read = cache.read('/a')
    const second = await nextCall()
    cache.purge(['person'])
    second.answer(page('second'))
    ;(await nextCall()).answer(page('third'))
    expect(textOf(await read)).toBe('third')
  })

  it('calls a page stale that is purged in each of three renders', async () => {
    const { cache, calls, nextCall } = slowSite()
    const read = cache.read('/a')
    for (const text of ['1', '2', '3']) {
      const call = await nextCall()
      cache.markAllStale()
      call.answer(page(text))
    }
    expect(await read).toMatchObject({ from: 'stale' })
    expect(calls).toEqual([])
  })

  it('gives who comes after the purge that overtakes the last of three renders another one', async () => {
    const { cache, nextCall } = slowSite()
    const early = cache.read('/a')
    for (const text of ['1', '2']) {
      const call = await nextCall()
      cache.purge(['page'])
      call.answer(page(text))
    }
    const third = await nextCall()
    cache.purge(['page'])
    const late = cache.read('/a')
    third.answer(page('3'))
    ;(await nextCall()).answer(page('4'))
    expect([await early, await late].map(read => [read.from, textOf(read)])).toEqual([['stale', '3'], ['render', '4']])
  })

  it('renders again when its time is over', async () => {
    const { cache, clock, nextCall } = await keeping(page('first', { freshForMs: 500 }))
    clock.advance(499)
    expect((await cache.read('/a')).from).toBe('cache')
    clock.advance(1)
    const read = cache.read('/a')
    ;(await nextCall()).answer(page('second'))
    expect(textOf(await read)).toBe('second')
  })
})

describe('failing', () => {
  it.each([
    ['throws', (call: { fail: (error: Error) => void }) => call.fail(new Error('connection refused'))],
    ['answers 503', (call: { answer: (rendered: ReturnType<typeof page>) => void }) => call.answer(page('down', { status: 503 }))],
    ['sets a cookie', (call: { answer: (rendered: ReturnType<typeof page>) => void }) => call.answer(page('yours', { headers: { 'Set-Cookie': 'id=1' } }))],
  ])('a renderer that %s leaves the stale page, and is left alone longer each time', async (_, end) => {
    const { cache, clock, calls, nextCall } = await keeping()
    cache.purge(['page'])
    for (const wait of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      const read = cache.read('/a')
      end(await nextCall())
      expect(textOf(await read)).toBe('first')
      clock.advance(wait - 1)
      expect(await cache.read('/a')).toMatchObject({ from: 'stale' })
      expect(await cache.refresh('/a')).toBe(false)
      await settle()
      expect(calls).toEqual([])
      clock.advance(1)
    }
    expect(cache.counters()).toMatchObject({ errors: 7, staleHits: 14 })
  })

  it('tells why where nothing is kept, and asks no more for a while', async () => {
    const { cache, nextCall } = slowSite()
    const read = cache.read('/a')
    const cause = new Error('connection refused')
    ;(await nextCall()).fail(cause)
    await expect(read).rejects.toMatchObject({ name: 'RenderFailed', key: '/a', retryAfterMs: 1_000, cause })
    await expect(cache.read('/a')).rejects.toBeInstanceOf(RenderFailed)
    expect(cache.counters()).toMatchObject({ renders: 1, misses: 2 })
  })

  it.each([
    ['a purge of its tag', (cache: TagCache) => cache.purge(['page'])],
    ['marking all stale', (cache: TagCache) => cache.markAllStale()],
  ])('%s makes a failed key try again at once', async (_, news) => {
    const { cache, nextCall } = await keeping()
    cache.purge(['page'])
    const read = cache.read('/a')
    ;(await nextCall()).fail(new Error('down'))
    await read
    news(cache)
    const next = cache.read('/a')
    ;(await nextCall()).answer(page('second'))
    expect(textOf(await next)).toBe('second')
  })

  it('gives a renderer up that never ends, and tells it', async () => {
    const { cache, clock, nextCall } = slowSite()
    const read = cache.read('/a')
    const { signal } = await nextCall()
    clock.advance(10_000)
    await expect(read).rejects.toThrow('nothing within 10000 ms')
    expect(signal.aborted).toBe(true)
  })

  it('refuses a bound that bounds nothing', () => {
    expect(() => new TagCache({ maxBytes: Number.NaN, render: async () => page('') })).toThrow(RangeError)
  })
})

describe('what is not there', () => {
  it.each([404, 410])('%i is kept for ten seconds and waited for then, however long it takes', async (status) => {
    const { cache, clock, nextCall } = await keeping(page('gone', { status }))
    clock.advance(9_999)
    expect((await cache.read('/a')).from).toBe('cache')
    clock.advance(1)
    const read = cache.read('/a')
    const call = await nextCall()
    clock.advance(5_000)
    call.answer(page('published'))
    expect(textOf(await read)).toBe('published')
  })

  it('is rendered at once after a purge of its tag, and given when that fails', async () => {
    const { cache, nextCall } = await keeping(page('gone', { status: 404, tags: ['list'] }))
    cache.purge(['list'])
    const read = cache.read('/a')
    ;(await nextCall()).fail(new Error('down'))
    expect(await read).toMatchObject({ from: 'stale', response: { status: 404 } })
  })

  it.each<[what: string, rendered: ReturnType<typeof page>]>([
    ['a passing redirect', page('', { status: 302 })],
    ['no-store', page('', { headers: { 'Cache-Control': 'no-store' } })],
    ['private', page('', { headers: { 'cache-control': 'max-age=0, private' } })],
  ])('%s is given to those who wait and takes the place of what was kept', async (_, rendered) => {
    const { cache, nextCall } = await keeping()
    cache.purge(['page'])
    const read = cache.read('/a')
    ;(await nextCall()).answer(rendered)
    expect(await read).toMatchObject({ from: 'render', response: { status: rendered.status } })
    expect(cache.counters()).toMatchObject({ entries: 0, bytes: 0 })
  })
})

it('names the hottest keys of a tag, where old reads count less', async () => {
  const { cache, clock, nextCall } = slowSite()
  const read = async (key: string, tag: string) => {
    const reading = cache.read(key)
    ;(await nextCall()).answer(page(key, { tags: [tag] }))
    await reading
  }
  await read('/once', 'x')
  await read('/other', 'y')
  await read('/long-ago', 'x')
  for (let i = 0; i < 5; i += 1)
    await cache.read('/long-ago')
  clock.advance(3_600_000)
  for (const key of ['/once', '/other', '/other'])
    await cache.read(key)
  expect(cache.hottest({ tags: ['x'], limit: 5 })).toEqual(['/once', '/long-ago'])
  expect(cache.hottest({ limit: 1 })).toEqual(['/other'])
  cache.purge(['x'])
  const refreshing = cache.refresh('/once')
  ;(await nextCall()).answer(page('new', { tags: ['x'] }))
  expect(await refreshing).toBe(true)
  expect(await cache.read('/once')).toMatchObject({ from: 'cache' })
})
