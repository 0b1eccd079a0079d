import type { SnapshotLocation } from '../../src/index.js'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TagCache } from '../../src/index.js'
import { page, textOf } from '../site.js'

let root: string
let made = 0

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tag-cache-'))
})

afterAll(async () => {
  await rm(root, { recursive: true, force: true })
})

/** A folder of the test's own; what is in it already is not the cache's. */
async function location(): Promise<SnapshotLocation> {
  const folder = join(root, String(made += 1))
  await mkdir(join(folder, 'uploads'), { recursive: true })
  return { folder, buildId: 'one' }
}

const body = (key: string) => `Så här plogar vi ${key}. `.repeat(40)

function site(more: { maxBytes?: number } = {}) {
  const source = { broken: false }
  const cache = new TagCache({
    maxBytes: 1_000_000,
    ...more,
    render: async (key) => {
      if (source.broken)
        throw new Error('down')
      return page(body(key), { status: key === '/none' ? 404 : 200, tags: ['page', key] })
    },
  })
  return { cache, source }
}

async function saved(keys = ['/a', '/b', '/å?page=2', '/none']) {
  const where = await location()
  const { cache } = site()
  for (const key of keys)
    await cache.read(key)
  expect(await cache.save(where)).toBe(keys.length)
  return { where, cache, keys, build: join(where.folder, 'build-one') }
}

describe('a snapshot', () => {
  it('gives back equal responses, stale, found by tag, while the source is down', async () => {
    const { where, cache, keys } = await saved()
    const next = site()
    next.source.broken = true
    expect(await next.cache.load(where)).toEqual({ loaded: 4, damaged: [] })
    expect(next.cache.counters().bytes).toBe(cache.counters().bytes)
    for (const key of keys) {
      const [before, after] = [await cache.read(key), await next.cache.read(key)]
      expect(after).toEqual({ from: 'stale', response: before.response })
    }
    expect(next.cache.purge(['/a'])).toBe(1)
  })

  it('is rendered again when the source is there', async () => {
    const { where } = await saved()
    const { cache } = site()
    await cache.load(where)
    expect(await cache.read('/a')).toMatchObject({ from: 'render' })
  })

  it('never takes the place of what was rendered since', async () => {
    const { where } = await saved()
    const { cache } = site()
    await cache.read('/a')
    expect(await cache.load(where)).toMatchObject({ loaded: 3 })
    expect(await cache.read('/a')).toMatchObject({ from: 'cache' })
  })

  it('keeps the last used ones and the heat, where there is less room', async () => {
    const { where, cache } = await saved(['/1', '/2', '/3', '/4'])
    for (const key of ['/2', '/1', '/1'])
      await cache.read(key)
    await cache.save(where)
    const next = site({ maxBytes: cache.counters().bytes / 2 })
    await next.cache.load(where)
    expect(next.cache.hottest({ limit: 9 })).toEqual(['/1', '/2'])
  })

  it('writes what is new, removes what is gone, other builds and halves, and nothing else', async () => {
    const { where, cache, build } = await saved()
    expect(await cache.save(where)).toBe(0)
    await writeFile(join(build, `${'0'.repeat(64)}.response.half`), 'torn')
    await writeFile(join(build, `${'0'.repeat(64)}.response`), 'of a key that is gone')
    cache.purge(['/a'])
    await cache.read('/a')
    expect(await cache.save(where)).toBe(1)
    expect(await readdir(build)).toHaveLength(5)
    expect(await cache.save({ ...where, buildId: 'two' })).toBe(4)
    expect((await readdir(where.folder)).sort()).toEqual(['build-two', 'uploads'])
    expect(await site().cache.load(where)).toEqual({ loaded: 0, damaged: [] })
  })

  it('is whole when saves overlap', async () => {
    const { where, cache } = await saved()
    cache.markAllStale()
    await Promise.all([cache.read('/a'), cache.save(where), cache.save(where), cache.read('/c'), cache.save(where)])
    await cache.save(where)
    expect(await site().cache.load(where)).toEqual({ loaded: 5, damaged: [] })
  })

  it.each<[what: string, damage: (file: string) => Promise<void>, reason: RegExp]>([
    ['empty', file => writeFile(file, ''), /ends within/],
    ['cut', async file => writeFile(file, (await readFile(file)).subarray(0, -1)), /digest/],
    ['of another version', async file => writeFile(file, (await readFile(file)).fill('9', 10, 11)), /no response of this version/],
    ['gone', file => rm(file), /ENOENT/],
    ['under another name', async file => writeFile(file, await readFile(join(file, '..', (await readdir(join(file, '..'))).find(name => name.endsWith('.response') && !file.endsWith(name)) ?? ''))), /another key/],
  ])('without a file that is %s, which it reports', async (_, damage, reason) => {
    const { where, build } = await saved()
    const file = join(build, (await readdir(build)).find(name => name.endsWith('.response')) ?? '')
    await damage(file)
    const { cache } = site()
    const { loaded, damaged } = await cache.load(where)
    expect(loaded).toBe(3)
    expect(damaged).toEqual([{ path: file, reason: expect.stringMatching(reason) }])
  })

  it.each(['', '{', '[]', '{"places":[{"file":"../../secret","heat":1}]}'])('reads all files where the order is %j, and reports it', async (order) => {
    const { where, build } = await saved()
    await writeFile(join(build, 'order.json'), order)
    const { cache, source } = site()
    source.broken = true
    const { loaded, damaged } = await cache.load(where)
    expect([loaded, damaged.map(({ path }) => path)]).toEqual([4, [join(build, 'order.json')]])
    expect(textOf(await cache.read('/a'))).toBe(body('/a'))
  })

  it.each(['', '../two', 'a/b', 'ö'])('has no build id %j', async (buildId) => {
    const where = { ...await location(), buildId }
    await expect(site().cache.save(where)).rejects.toThrow(RangeError)
    await expect(site().cache.load(where)).rejects.toThrow(RangeError)
  })
})
