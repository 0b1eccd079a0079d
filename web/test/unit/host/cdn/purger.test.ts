import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CdnSettings } from '../../../../host/cdn/purge-call'
import { once } from 'node:events'
import { createServer } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPurger } from '../../../../host/cdn/purger'

interface Call { path: string, headers: IncomingMessage['headers'], body: string }

/** A network that takes a call or not, as it is told for each, and keeps what it took. */
async function network(takes: (call: number) => number | 'cut' = () => 200, answer = '{"success":true}') {
  const taken: Call[] = []
  let calls = 0
  const server = createServer(async (request, response) => {
    const verdict = takes(calls++)
    let body = ''
    for await (const chunk of request)
      body += String(chunk)
    if (verdict === 'cut')
      return void request.socket.destroy()
    response.writeHead(verdict, { 'retry-after': '0' }).end(answer)
    if (verdict === 200)
      taken.push({ path: request.url ?? '', headers: request.headers, body })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, taken, calls: () => calls, close }
}

function start(cdn: CdnSettings) {
  const saved: string[] = []
  const notices: string[] = []
  let heard: () => void = () => {}
  const purger = createPurger({
    cdn,
    firstWaitMs: 1,
    onNotice: sentence => notices.push(sentence),
    async saveCursor(cursor) {
      saved.push(cursor)
      heard()
    },
  })
  const ending = new AbortController()
  const ended = purger.run(ending.signal)
  const stop = async () => {
    ending.abort()
    await ended
  }
  return {
    purger,
    saved,
    notices,
    stop,
    reached: (cursor: string) => new Promise<void>((resolve) => {
      heard = () => saved.includes(cursor) && resolve()
      heard()
    }),
  }
}

const tagsOf = ({ body }: Call): string[] => (JSON.parse(body) as { tags?: string[] }).tags ?? []

describe('what each network is sent', () => {
  it.each<[CdnSettings['kind'], string, object[]]>([
    ['fastly', '/service/abc/purge', [
      { path: '/service/abc/purge', headers: { 'fastly-key': 'secret', 'surrogate-key': 'article:a list:articles' } },
      { path: '/service/abc/purge_all', headers: { 'fastly-key': 'secret' } },
    ]],
    ['cloudflare', '/zones/abc/purge_cache', [
      { path: '/zones/abc/purge_cache', headers: { authorization: 'Bearer secret' }, body: '{"tags":["article:a","list:articles"]}' },
      { path: '/zones/abc/purge_cache', body: '{"purge_everything":true}' },
    ]],
    ['http', '/purge', [
      { path: '/purge', headers: { 'authorization': 'Bearer secret', 'surrogate-key': 'article:a list:articles' }, body: '{"tags":["article:a","list:articles"]}' },
      { path: '/purge', body: '{"everything":true}' },
    ]],
  ])('%s', async (kind, path, expected) => {
    const cdn = await network()
    const { purger, reached, stop } = start({ kind, url: cdn.url + path, token: 'secret' })
    purger.purge(['article:a', 'list:articles'], '1.log')
    await reached('1.log')
    purger.purgeEverything('2.log')
    await reached('2.log')
    expect(cdn.taken).toMatchObject(expected)
    await stop()
    cdn.close()
  })

  it('no more tags at once than it takes', async () => {
    const cdn = await network()
    const { purger, reached, stop } = start({ kind: 'cloudflare', url: cdn.url, token: null })
    const tags = Array.from({ length: 70 }, (_, index) => `article:${index}`)
    purger.purge(tags, '1.log')
    await reached('1.log')
    expect(cdn.taken.map(call => tagsOf(call).length)).toEqual([30, 30, 10])
    expect(cdn.taken.flatMap(tagsOf)).toEqual(tags)
    await stop()
    cdn.close()
  })
})

it('an answer of 200 that says it failed is a failure', async () => {
  const cdn = await network(() => 200, '{"success":false}')
  onTestFinished(cdn.close)
  const { purger, notices, saved, stop } = start({ kind: 'cloudflare', url: cdn.url, token: null })
  purger.purge(['article:a'], '1.log')
  await expect.poll(cdn.calls).toBeGreaterThan(2)
  await stop()
  expect(saved).toEqual([])
  expect(notices).toEqual([expect.stringContaining('A purge waits: 127.0.0.1')])
})

it('a network that fails now and then loses no tag, and the place moves on only behind what it took', async () => {
  await fc.assert(fc.asyncProperty(
    fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 }), { minLength: 1, maxLength: 12 }),
    fc.array(fc.constantFrom<200 | 429 | 500 | 'cut'>(200, 429, 500, 'cut'), { maxLength: 20 }),
    async (changes, verdicts) => {
      const cdn = await network(call => verdicts[call] ?? 200)
      const { purger, saved, reached, stop } = start({ kind: 'http', url: cdn.url, token: null })
      for (const [index, numbers] of changes.entries()) {
        purger.purge(numbers.map(number => `article:${number}`), `${index}.log`)
        await new Promise(resolve => setImmediate(resolve))
      }
      await reached(`${changes.length - 1}.log`)
      await stop()
      cdn.close()
      expect(new Set(cdn.taken.flatMap(tagsOf))).toEqual(new Set(changes.flat().map(number => `article:${number}`)))
      expect(saved.map(Number.parseFloat)).toEqual(saved.map(Number.parseFloat).sort((a, b) => a - b))
      expect(purger.waiting()).toBe(0)
    },
  ), { numRuns: 40 })
})

it('a process that ends before the network took a change begins with it again', async () => {
  const cdn = await network(call => call === 0 ? 200 : 503)
  onTestFinished(cdn.close)
  const { purger, saved, reached, stop } = start({ kind: 'http', url: cdn.url, token: null })
  purger.purge(['article:a'], '1.log')
  await reached('1.log')
  purger.purge(['article:b'], '2.log')
  await expect.poll(cdn.calls).toBeGreaterThan(2)
  expect(purger.failures()).toBeGreaterThan(0)
  await stop()
  expect(saved).toEqual(['1.log'])
})

it('what is known without its place is sent, and moves no place', async () => {
  const cdn = await network()
  onTestFinished(cdn.close)
  const { purger, saved, stop } = start({ kind: 'http', url: cdn.url, token: null })
  purger.purge(['article:a'], null)
  await expect.poll(() => cdn.taken.flatMap(tagsOf)).toEqual(['article:a'])
  await stop()
  expect(saved).toEqual([])
})

it('goes on where its place cannot be kept, and says so', async () => {
  const cdn = await network()
  const notices: string[] = []
  const purger = createPurger({
    cdn: { kind: 'http', url: `${cdn.url}/purge`, token: 'secret' },
    firstWaitMs: 1,
    onNotice: sentence => notices.push(sentence),
    saveCursor: async () => {
      throw new Error('ENOSPC: no space left on device')
    },
  })
  const ending = new AbortController()
  const ended = purger.run(ending.signal)
  purger.purge(['article:a'], '1.x')
  await expect.poll(() => notices).toEqual([expect.stringContaining('could not be kept: Error: ENOSPC')])
  purger.purge(['article:b'], '2.x')
  await expect.poll(() => cdn.taken.map(tagsOf)).toEqual([['article:a'], ['article:b']])
  ending.abort()
  await ended
  cdn.close()
})
