import type { AddressInfo } from 'node:net'
import type { Called } from '../../../../host/origin'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ImageStore } from '../../../../host/images/image-store'
import { createImages } from '../../../../host/images/images'

const minute = 60_000
const picture = (text: string, etag: string): Called => ({ status: 200, headers: { 'content-type': 'image/png', etag, 'last-modified': 'Tue, 10 Feb 2026 06:00:00 GMT' }, body: new TextEncoder().encode(text) })
const status = (code: number): Called => ({ status: code, headers: {}, body: new Uint8Array() })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klartext-images-'))
})
afterEach(async () => rm(folder, { recursive: true }))

/** The pictures behind a real port, in front of a CMS that answers as the test says. */
async function serve(answer: (address: string, headers: Record<string, string>) => Called | Promise<Called>, maxBytes = 10_000) {
  const asked: string[] = []
  const clock = { now: 1_000_000 }
  const store = new ImageStore(folder, maxBytes)
  await store.load()
  const images = createImages({
    store,
    now: () => clock.now,
    origin: {
      call: async (address, headers) => {
        asked.push(`${address} ${headers['if-none-match'] ?? ''}`.trim())
        return answer(address, headers)
      },
    },
  })
  const server = createServer((request, response) => images.answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    asked,
    clock,
    store,
    checkOld: images.checkOld,
    get: async (name: string, init: RequestInit = {}) => {
      const response = await fetch(`http://127.0.0.1:${port}/media/${name}`, init)
      return { status: response.status, from: response.headers.get('x-cache'), headers: response.headers, text: await response.text() }
    },
    close: async () => new Promise(resolve => server.close(resolve)),
  }
}

describe('a picture', () => {
  it('is fetched once, and checked when it is asked for after a minute', async () => {
    let etag = '"1"'
    const site = await serve((_address, headers) => headers['if-none-match'] === etag ? status(304) : picture(`bytes of ${etag}`, etag))
    const first = await Promise.all([site.get('a.png'), site.get('a.png')])
    expect(first.map(({ text }) => text)).toEqual(['bytes of "1"', 'bytes of "1"'])
    expect(await site.get('a.png')).toMatchObject({ status: 200, from: 'hit', text: 'bytes of "1"' })
    site.clock.now += minute
    expect(await site.get('a.png')).toMatchObject({ from: 'miss', text: 'bytes of "1"' })
    expect(await site.get('a.png')).toMatchObject({ from: 'hit' })
    etag = '"2"'
    site.clock.now += minute
    expect(await site.get('a.png')).toMatchObject({ status: 200, text: 'bytes of "2"' })
    expect(site.asked).toEqual(['/media/a.png', '/media/a.png "1"', '/media/a.png "1"'])
    await site.close()
  })

  it.each([404, 410])('that is %i in the CMS leaves', async (gone) => {
    let isGone = false
    const site = await serve(() => isGone ? status(gone) : picture('bytes', '"1"'))
    await site.get('a.png')
    isGone = true
    site.clock.now += minute
    expect((await site.get('a.png')).status).toBe(404)
    expect(await readdir(folder)).toEqual([])
    await site.close()
  })

  it('stays while the CMS is silent, hangs, or is out of order', async () => {
    let answer: () => Called | Promise<Called> = () => picture('bytes', '"1"')
    const site = await serve(() => answer())
    await site.get('a.png')
    for (const ill of [() => status(503), async () => new Promise<Called>(() => {})]) {
      site.clock.now += minute
      answer = ill
      expect(await site.get('a.png')).toMatchObject({ status: 200, from: 'stale', text: 'bytes' })
    }
    const { length } = site.asked
    expect(await site.get('a.png')).toMatchObject({ from: 'stale' })
    expect(site.asked).toHaveLength(length)
    await site.close()
  })

  it('is there after a restart; what was damaged meanwhile is fetched anew', async () => {
    const before = await serve(address => picture(`bytes of ${address}`, '"1"'))
    await before.get('a.png')
    await before.get('b.png')
    await before.close()
    await writeFile(join(folder, 'b.png'), (await readFile(join(folder, 'b.png'))).subarray(0, -1))
    await writeFile(join(folder, 'c.png.half'), 'half')
    const after = await serve(() => status(503))
    expect(await readdir(folder)).toEqual(['a.png'])
    expect(await after.get('a.png')).toMatchObject({ status: 200, text: 'bytes of /media/a.png' })
    expect((await after.get('b.png')).status).toBe(503)
    await after.close()
  })

  it('that nobody asks for is checked within the hour, and leaves when it is gone', async () => {
    let isGone = false
    const site = await serve((address, headers) => isGone && address.endsWith('a.png') ? status(404) : headers['if-none-match'] ? status(304) : picture('bytes', '"1"'))
    await site.get('a.png')
    await site.get('b.png')
    isGone = true
    site.clock.now += 49 * minute
    await site.checkOld()
    expect(await readdir(folder)).toEqual(['a.png', 'b.png'])
    site.clock.now += 2 * minute
    await site.checkOld()
    expect(await readdir(folder)).toEqual(['b.png'])
    const { length } = site.asked
    await site.checkOld()
    expect(site.asked).toHaveLength(length)
    await site.close()
  })

  it('that left the disk behind the store\'s back is fetched anew', async () => {
    const site = await serve(() => picture('bytes', '"1"'))
    await site.get('a.png')
    await rm(join(folder, 'a.png'))
    expect(await site.get('a.png')).toMatchObject({ status: 200, text: 'bytes' })
    expect(await readdir(folder)).toEqual(['a.png'])
    await site.close()
  })

  it('leaves when there is no room, the one used longest ago first', async () => {
    const site = await serve(address => picture('x'.repeat(200) + address, '"1"'), 1_100)
    for (const name of ['a.png', 'b.png', 'a.png', 'c.png', 'd.png'])
      await site.get(name)
    expect(await readdir(folder)).toEqual(['a.png', 'c.png', 'd.png'])
    expect(site.store.bytes).toBeLessThanOrEqual(1_100)
    await site.close()
  })

  it('stays where the CMS breaks off in the middle of it, and the look at old ones ends there', async () => {
    let isBroken = false
    const site = await serve(() => {
      if (isBroken)
        throw new TypeError('terminated')
      return picture('bytes', '"1"')
    })
    await site.get('a.png')
    isBroken = true
    site.clock.now += 51 * minute
    await site.checkOld()
    expect(await site.get('a.png')).toMatchObject({ status: 200, from: 'stale', text: 'bytes' })
    site.clock.now += minute
    expect(await site.get('a.png')).toMatchObject({ status: 200, from: 'stale', text: 'bytes' })
    expect((await site.get('b.png')).status).toBe(503)
    await site.close()
  })

  it('is shown though the disk takes nothing, and the look at old ones goes on', async () => {
    const site = await serve(() => picture('bytes', '"1"'))
    await site.get('b.png')
    // a folder where the picture is to be: neither written nor removed
    await mkdir(join(folder, 'a.png.half'))
    expect(await site.get('a.png')).toMatchObject({ status: 200, text: 'bytes' })
    await mkdir(join(folder, 'b.png.half'))
    site.clock.now += 51 * minute
    await site.checkOld()
    expect(await site.get('b.png')).toMatchObject({ status: 200, text: 'bytes' })
    await site.close()
  })

  it('that another took the place of is not given with the head of the one before', async () => {
    let text = 'the first picture'
    const site = await serve(() => picture(text, `"${text.length}"`))
    await site.get('a.png')
    const found = site.store.get('a.png')
    text = 'the second picture, which is longer'
    site.clock.now += minute
    await site.get('a.png')
    if (!found)
      throw new Error('The first picture was not kept.')
    await expect(site.store.open(found)).rejects.toThrow('is another picture now')
    expect(await site.get('a.png')).toMatchObject({ from: 'hit', text })
    await site.close()
  })

  it('too large to keep is handed on', async () => {
    const site = await serve(() => picture('x'.repeat(2_000), '"1"'), 4_000)
    expect((await site.get('a.png')).text).toHaveLength(2_000)
    expect(await readdir(folder)).toEqual([])
    await site.close()
  })

  it.each([
    [{ 'if-none-match': '"1"' }, 304],
    [{ 'if-none-match': 'W/"1", "2"' }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"2"' }, 200],
    [{ 'if-none-match': '"2"', 'if-modified-since': 'Tue, 10 Feb 2026 06:00:00 GMT' }, 200],
    [{ 'if-modified-since': 'Tue, 10 Feb 2026 06:00:00 GMT' }, 304],
    [{ 'if-modified-since': 'Tue, 10 Feb 2026 05:59:59 GMT' }, 200],
    [{ 'if-modified-since': 'once' }, 200],
  ])('asked for with %j answers %i', async (headers, code) => {
    const site = await serve(() => picture('bytes', '"1"'))
    expect(await site.get('a.png', { headers })).toMatchObject({ status: code, text: code === 304 ? '' : 'bytes' })
    await site.close()
  })

  it('asked for with HEAD sends no bytes', async () => {
    const site = await serve(() => picture('bytes', '"1"'))
    const { headers, text } = await site.get('a.png', { method: 'HEAD' })
    expect([headers.get('content-length'), headers.get('content-type'), text]).toEqual(['5', 'image/png', ''])
    await site.close()
  })

  it.each(['../a.png', 'a.html', '.png', 'a%2f.png', 'a.png.half', `${'a'.repeat(250)}.png`])('never asks the CMS for %s', async (name) => {
    const site = await serve(() => picture('bytes', '"1"'))
    expect((await site.get(name)).status).toBe(404)
    expect(site.asked).toEqual([])
    await site.close()
  })
})
