import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { readSite } from '../src/pages/read-site.mjs'

/** A site of these pages by their links; what begins with `!` is no page. */
async function site(links: Record<string, string[]>) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = request.url ?? ''
    asked.push(url)
    const there = links[url]
    const type = url.startsWith('/!') ? 'text/plain' : 'text/html; charset=utf-8'
    response.writeHead(there ? 200 : url === '/broken' ? 500 : 404, { 'content-type': type }).end(there?.map(link => `<a class="x" href="${link}">x</a>`).join(''))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

it('reads each page once, wherever links lead, and follows no link of what is no page', async () => {
  const { url, asked } = await site({
    '/': ['/b?x=1&amp;y=2', '/a#place', '/a#other', 'https://elsewhere.example/', '#here', '/!feed'],
    '/a': ['/', '/gone', '/c'],
    '/b?x=1&y=2': [],
    '/c': [],
    '/!feed': ['/never'],
  })
  expect(await readSite(url)).toBe(4)
  expect(asked.toSorted()).toEqual(['/', '/!feed', '/a', '/b?x=1&y=2', '/c', '/gone'])
})

it('stops at the most that is asked for, and says when there is no site or when it fails', async () => {
  const endless = await site({ '/': ['/a'], '/a': ['/b'], '/b': ['/c'] })
  expect(await readSite(endless.url, { most: 2 })).toBe(2)
  expect(endless.asked).toEqual(['/', '/a'])
  await expect(readSite((await site({})).url)).rejects.toThrow('/ answers 404')
  await expect(readSite((await site({ '/': ['/broken'] })).url)).rejects.toThrow('/broken answers 500')
})
