import type { RequestListener, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LoadAnswer, Target } from '../src/load/open-load.mjs'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { startOpenLoad } from '../src/load/open-load.mjs'

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Loads until so many answers have been heard of. */
async function loadFor(count: number, target: Partial<Target>, marker?: string) {
  const answers: LoadAnswer[] = []
  const enough = Promise.withResolvers<void>()
  const load = startOpenLoad({
    targets: [{ name: 'a', urls: [], perSecond: 500, ...target }],
    ...(marker !== undefined && { marker }),
    onAnswers(some) {
      answers.push(...some)
      if (answers.length >= count)
        enough.resolve()
    },
  })
  await enough.promise
  await load.stop()
  return answers
}

it('asks the addresses in turns, and notes status, source and the version in the text', async () => {
  const base = await serve((request, response) => {
    response.setHeader('x-cache', request.url === '/a' ? 'hit' : 'stale')
    if (request.url === '/a')
      response.setHeader('content-encoding', 'br').end(brotliCompressSync('<p>Besked nummer 12 om snö'))
    else
      response.end('<p>Inget besked')
  })
  const answers = await loadFor(20, { urls: [`${base}/a`, `${base}/b`] }, String.raw`nummer (\d+) `)
  const [even, odd] = [0, 1].map(rest => answers.toSorted((a, b) => a.sentAt - b.sentAt).filter((_, index) => index % 2 === rest))
  for (const answer of even ?? [])
    expect(answer).toMatchObject({ url: `${base}/a`, status: 200, fault: null, cache: 'hit', version: 12 })
  for (const answer of odd ?? [])
    expect(answer).toMatchObject({ url: `${base}/b`, status: 200, fault: null, cache: 'stale', version: null })
  expect(answers.every(({ dueAt, sentAt, doneAt }) => dueAt <= sentAt && sentAt < doneAt)).toBe(true)
})

it('goes on asking while no answer comes, and stops at 200 open requests', async () => {
  const open: ServerResponse[] = []
  const base = await serve((_, response) => {
    open.push(response)
    // Only the fortieth lets the others go: a load that waited for answers would never come so far.
    if (open.length === 40)
      open.forEach(each => each.end('ok'))
    else if (open.length > 40)
      response.end('ok')
  })
  const answers = await loadFor(60, { urls: [base] })
  expect(answers.every(({ fault }) => fault === null)).toBe(true)
})

it.each([
  ['a status of failure', (response: ServerResponse) => { response.writeHead(503).end() }, 'status 503'],
  ['an answer that is cut off', (response: ServerResponse) => {
    response.writeHead(200, { 'content-length': '100' }).write('half')
    setImmediate(() => response.destroy())
  }, 'aborted'],
  ['no answer', (response: ServerResponse) => { response.destroy() }, 'socket hang up'],
])('counts %s as failed', async (_, act, fault) => {
  const base = await serve((_request, response) => act(response))
  expect((await loadFor(5, { urls: [base] })).map(answer => answer.fault)).toEqual(expect.arrayContaining([fault]))
})

it('takes a status for a success where it is told to', async () => {
  const base = await serve((_, response) => { response.writeHead(404).end() })
  const answers = await loadFor(5, { urls: [base], mayBe: [404] })
  expect(answers.every(({ status, fault }) => status === 404 && fault === null)).toBe(true)
})

it('refuses to load another machine', () => {
  expect(() => startOpenLoad({ targets: [{ name: 'a', urls: ['http://192.0.2.1/'], perSecond: 1 }], onAnswers: () => undefined })).toThrow(/not on this machine/)
})
