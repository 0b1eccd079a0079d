import type { TagCache } from '../src/index.js'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { TagCache as Cache, respond } from '../src/index.js'
import { page } from './site.js'

/** Text of which brotli makes clearly less when it may take its time. */
const long = (name: string) => Array.from({ length: 400 }, (_, line) => `<p>${name}: rad ${line} av ${line * 7} om snön, bussen och badet i Sjövik, skriven ${line % 12} gånger.</p>`).join('\n')

const cacheOf = (texts: Record<string, string>, maxBytes = 1_000_000) =>
  new Cache({ maxBytes, render: async key => page(texts[key] ?? '', { status: texts[key] === undefined ? 404 : 200, tags: [key] }) })

async function brOf(cache: TagCache, key: string) {
  const { headers, body } = respond((await cache.read(key)).response, { headers: { 'accept-encoding': 'br' } })
  return { etag: headers.etag, length: body?.length ?? 0, text: body && brotliDecompressSync(body).toString() }
}

describe('compressing as well as can be', () => {
  it('begins with the page that is read most, and ends when all are', async () => {
    const cache = cacheOf({ '/a': long('a'), '/b': long('b') })
    for (const key of ['/a', '/b', '/b', '/b'])
      await cache.read(key)
    const before = { a: await brOf(cache, '/a'), b: await brOf(cache, '/b') }
    const { bytes } = cache.counters()
    expect(await cache.densifyHottest()).toBe(true)
    expect(await brOf(cache, '/a')).toEqual(before.a)
    const b = await brOf(cache, '/b')
    expect(b.text).toBe(long('b'))
    expect(b.length).toBeLessThan(before.b.length)
    expect(b.etag).not.toBe(before.b.etag)
    expect(cache.counters().bytes).toBeLessThan(bytes)
    expect([await cache.densifyHottest(), await cache.densifyHottest()]).toEqual([true, false])
  })

  it('leaves alone what is stale, absent, or not worth it', async () => {
    const cache = cacheOf({ '/a': long('a'), '/short': 'short' })
    for (const key of ['/a', '/nowhere', '/short'])
      await cache.read(key)
    cache.purge(['/a'])
    expect([await cache.densifyHottest(), await cache.densifyHottest()]).toEqual([true, false])
    expect((await cache.read('/short')).response.identity.body.toString()).toBe('short')
  })

  it('never puts back what was rendered anew meanwhile', async () => {
    const texts = { '/a': long('old') }
    const cache = cacheOf(texts)
    await cache.read('/a')
    const dense = cache.densifyHottest()
    texts['/a'] = long('new')
    cache.purge(['/a'])
    await cache.read('/a')
    await dense
    expect((await brOf(cache, '/a')).text).toBe(long('new'))
  })

  it('keeps the mark of a purge that came meanwhile', async () => {
    const cache = cacheOf({ '/a': long('a') })
    await cache.read('/a')
    const dense = cache.densifyHottest()
    cache.purge(['/a'])
    await dense
    expect(cache.readFresh('/a')).toBeUndefined()
    expect(cache.purge(['/a'])).toBe(1)
  })

  it('is done once for a snapshot and its restart', async () => {
    const location = { folder: await mkdtemp(join(tmpdir(), 'tag-cache-')), buildId: 'one' }
    const cache = cacheOf({ '/a': long('a') })
    await cache.read('/a')
    await cache.save(location)
    await cache.densifyHottest()
    const { etag, length } = await brOf(cache, '/a')
    expect(await cache.save(location)).toBe(1)
    const down = new Cache({ maxBytes: 1_000_000, render: async () => Promise.reject(new Error('down')) })
    await down.load(location)
    expect(await brOf(down, '/a')).toMatchObject({ etag, length })
    await rm(location.folder, { recursive: true })
  })
})

describe('reading at once', () => {
  it('gives what is fresh and counts it, and counts nothing where there is none', async () => {
    const cache = cacheOf({ '/a': 'a' })
    expect(cache.readFresh('/a')).toBeUndefined()
    await cache.read('/a')
    expect(cache.readFresh('/a')?.identity.body.toString()).toBe('a')
    cache.purge(['/a'])
    expect(cache.readFresh('/a')).toBeUndefined()
    expect(cache.counters()).toMatchObject({ hits: 1, staleHits: 0, misses: 1 })
  })
})

it('tries again at once what failed, when the source is said to be back', async () => {
  let isDown = true
  const cache = new Cache({ maxBytes: 1_000, render: async () => isDown ? Promise.reject(new Error('down')) : page('there') })
  await expect(cache.read('/a')).rejects.toThrow()
  isDown = false
  await expect(cache.read('/a')).rejects.toThrow()
  cache.forgetFailures()
  expect((await cache.read('/a')).from).toBe('render')
})
