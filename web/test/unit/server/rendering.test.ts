import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRendering, newRendering, noteTime, notingFetch } from '../../../server/rendering'

/** Answers with the status and the tags that the address names: `/404?a,b`. */
const server = createServer((request, response) => {
  const [, status = '', tags] = /^\/(\d+)(?:\?(.*))?$/.exec(request.url ?? '') ?? []
  if (status === '0')
    return
  response.writeHead(Number(status), tags ? { 'cache-tag': tags } : {}).end()
})
let url: string
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('what is noted while a response is made', () => {
  it('holds the tags of every answer, whatever its status, and of inner calls', async () => {
    const rendering = newRendering()
    await inRendering(rendering, async () => {
      await Promise.all([notingFetch(`${url}/200?a,b`), notingFetch(`${url}/404?list:b,,b`), notingFetch(`${url}/410?c`), notingFetch(`${url}/301?d`, { redirect: 'manual' })])
      await new Promise(resolve => setImmediate(resolve))
      await inRendering(rendering, async () => notingFetch(`${url}/200?e`))
    })
    expect([...rendering.tags].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'list:b'])
    expect(rendering.freshForMs).toBeNull()
  })

  it('is each response\'s own', async () => {
    const [one, other] = [newRendering(), newRendering()]
    await Promise.all([
      inRendering(one, async () => notingFetch(`${url}/200?one`)),
      inRendering(other, async () => notingFetch(`${url}/200?other`)),
      notingFetch(`${url}/200?nobody`),
    ])
    expect([[...one.tags], [...other.tags]]).toEqual([['one'], ['other']])
  })

  it('makes a response short-lived where an answer names no tag, and keeps the shortest time', async () => {
    const rendering = newRendering()
    await inRendering(rendering, async () => {
      noteTime(60_000)
      await notingFetch(`${url}/200`)
      noteTime(30_000)
    })
    expect(rendering.freshForMs).toBe(10_000)
  })

  it('ends with the rendering that nobody waits for any more', async () => {
    const ending = new AbortController()
    const asked = inRendering(newRendering({ signal: ending.signal }), async () => notingFetch(`${url}/0`))
    ending.abort(new Error('given up'))
    await expect(asked).rejects.toThrow('given up')
  })
})
