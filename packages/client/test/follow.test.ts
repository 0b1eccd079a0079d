import type { Change } from '@klartext/contract'
import type { ServerResponse } from 'node:http'
import type { FollowedChange } from '../src/index.js'
import type { Reply } from './api-server.js'
import { changePageSchema } from '@klartext/contract'
import { parse } from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { createClient } from '../src/index.js'
import { follow } from '../src/stream/follow.js'
import { createTransport } from '../src/transport.js'
import { wait } from '../src/wait.js'
import { example, halfAnAnswer, hangUp, json, silence, startServer, text } from './api-server.js'

const sample = parse(changePageSchema, example('change-page')).items[0]
if (!sample)
  throw new Error('the example of the change feed is empty')

const change = (seq: number): Change => ({ ...sample, seq })
const cursor = (seq: number): string => `${seq}.log`
const position = (seq: number, continued: boolean): string => `retry: 1000\n\nid: ${cursor(seq)}\nevent: position\ndata: ${JSON.stringify({ continued })}\n\n`
const told = (seq: number): string => `id: ${cursor(seq)}\nevent: change\ndata: ${JSON.stringify(change(seq))}\n\n`

const begin = (response: ServerResponse): ServerResponse => response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })

/** Says these pieces, each by itself, and leaves the stream open. */
const open = (...pieces: string[]): Reply => async (response) => {
  begin(response)
  for (const piece of pieces)
    await new Promise(resolve => response.write(piece, resolve))
}

/** Says these pieces and cuts the connection. */
const cut = (...pieces: string[]): Reply => async (response) => {
  begin(response)
  for (const piece of pieces)
    await new Promise(resolve => response.write(piece, resolve))
  response.socket?.destroy()
}

/** Says these pieces and ends the stream properly. */
const end = (...pieces: string[]): Reply => response => begin(response).end(pieces.join(''))

interface Heard {
  seqs: number[]
  connected: string[]
  lost: string[]
  received: string[]
}

/** Follows until the change `until` came, and tells what was heard and asked. */
async function listen(replies: Reply[], { after, until, silence: quiet = 20_000, timeout = 5_000 }: { after?: string | number, until: number, silence?: number, timeout?: number }): Promise<Heard> {
  const { baseUrl, received } = await startServer(...replies)
  const heard: Heard = { seqs: [], connected: [], lost: [], received: [] }
  const transport = createTransport({ root: `${baseUrl}/api/v1`, fetch, timeout, language: undefined, wait })
  const changes = follow(transport, {
    after,
    onConnected: ({ cursor, continued }) => { heard.connected.push(`${cursor} ${continued ? 'continued' : 'anew'} after ${heard.seqs.length}`) },
    onDisconnected: (error) => { heard.lost.push(`${error.name}: ${error.message.replaceAll(baseUrl, '')}`) },
  }, quiet)
  for await (const { seq } of changes) {
    heard.seqs.push(seq)
    if (seq === until)
      break
  }
  heard.received = received.map(({ url }) => url.replace('/api/v1/changes', ''))
  return heard
}

describe('following the changes', () => {
  it('asks for the stream, and gives each change with its cursor', async () => {
    const { baseUrl, received } = await startServer(open(position(4, true), told(5)))
    const changes = createClient({ baseUrl }).changes.follow({ after: cursor(4) })
    expect(await changes.next()).toEqual({ done: false, value: { ...change(5), cursor: cursor(5) } })
    await changes.return()
    expect(received).toMatchObject([{ method: 'GET', url: `/api/v1/changes?after=${cursor(4)}`, headers: { accept: 'text/event-stream' } }])
  })

  it.each([[undefined, ''], [0, '?after=0'], [17, '?after=17'], ['17.abc', '?after=17.abc']])('after %s asks %s', async (after, asked) => {
    const heard = await listen([open(position(20, false), told(21))], { ...after === undefined ? {} : { after }, until: 21 })
    expect(heard).toMatchObject({ received: [asked], connected: ['20.log anew after 0'], seqs: [21] })
  })

  it('goes on where it was after a cut in the middle of a line, an end and a failed connection', async () => {
    const heard = await listen([
      cut(position(4, true), told(5), told(6).slice(0, -30)),
      end(position(5, true), told(6), told(7)),
      hangUp,
      open(position(7, true), told(8)),
    ], { after: 4, until: 8 })
    expect(heard.seqs).toEqual([5, 6, 7, 8])
    expect(heard.received).toEqual(['?after=4', '?after=5.log', '?after=7.log', '?after=7.log'])
    expect(heard.connected).toEqual(['4.log continued after 0', '5.log continued after 1', '7.log continued after 3'])
    expect(heard.lost).toEqual([expect.stringContaining('Unreachable: GET /api/v1/changes?after=4: no answer'), expect.stringContaining('the stream has ended'), expect.stringContaining('Unreachable')])
  })

  it('goes on from where the connection began when no change had come', async () => {
    const heard = await listen([cut(position(9, false)), open(position(9, true), told(10))], { until: 10 })
    expect(heard.received).toEqual(['', '?after=9.log'])
  })

  it('tells when the log is another one', async () => {
    const heard = await listen([cut(position(40, true), told(41)), open(position(12, false), told(13))], { after: 40, until: 13 })
    expect(heard).toMatchObject({ seqs: [41, 13], connected: ['40.log continued after 0', '12.log anew after 1'] })
  })

  it('reads letters and lines that come in pieces', async () => {
    const tags = ['åäö', '𝄞']
    const bytes = Buffer.from(`${position(1, true)}id: 2.log\nevent: change\ndata: ${JSON.stringify({ ...change(2), tags })}\n\n`.replaceAll('\n', '\r\n'))
    // a connection may join what was sent in pieces; this one never does
    const stream = new ReadableStream<Uint8Array>({ start: controller => bytes.forEach(byte => controller.enqueue(Uint8Array.of(byte))) })
    const inBytes = async () => new Response(stream, { headers: { 'content-type': 'text/event-stream' } })
    const changes = createClient({ baseUrl: 'https://cms.example', fetch: inBytes }).changes.follow({ after: 1 })
    expect((await changes.next()).value).toMatchObject({ seq: 2, tags })
    await changes.return()
  })

  it.each<[string, Reply, string]>([
    ['a page', text('<p>Hej</p>'), 'ContractMismatch: GET /api/v1/changes?after=1: 200, but the answer does not fit the contract: it is not a stream of events but text/html'],
    ['a change before the position', open(told(2)), 'does not fit the contract: a change came before the position'],
    ['a change out of order', open(position(1, true), told(3), told(3)), 'seq does not fit the contract: change 3 came after 3'],
    ['a change that does not fit', open(position(1, true), told(2).replace('"seq":2', '"seq":"2"')), 'seq does not fit the contract: an event "change"'],
    ['what is no JSON', open(position(1, true), 'id: 2.log\nevent: change\ndata: {"seq":\n\n'), 'an event "change"'],
    ['a position that says nothing', open('id: 1.log\nevent: position\ndata: {}\n\n'), 'continued does not fit the contract: an event "position"'],
    ['a change without an id', open(position(1, true), told(2).replace('id: 2.log\n', '')), 'id does not fit the contract'],
    ['a line without an end', open(position(1, true), 'x'.repeat(1_100_000)), 'an event of more than'],
    ['a problem', json(example('problem-bad-query'), 400), 'ApiProblem: GET /api/v1/changes?after=1: 400'],
    ['a gateway without a server', text('', 502), 'ApiProblem: GET /api/v1/changes?after=1: 502'],
    ['nothing', silence, 'no whole answer within 200 ms'],
    ['another sort of answer', halfAnAnswer, 'application/json'],
    ['no heartbeat', open(position(1, true)), 'not a byte of the stream within 300 ms'],
    ['no position and no heartbeat', open(': hej\n\n'), 'not a byte of the stream within 300 ms'],
  ])('comes back after %s', async (_, reply, reason) => {
    const heard = await listen([reply, open(position(3, true), told(4))], { after: 1, until: 4, silence: 300, timeout: 200 })
    expect(heard.lost).toEqual([expect.stringContaining(reason)])
    expect(heard.seqs.at(-1)).toBe(4)
  })

  it('follows a redirect, and passes over events that it does not know', async () => {
    const { baseUrl: elsewhere } = await startServer(open('event: later\ndata: x\n\n', position(1, true), 'event: later\ndata: x\n\n', told(2)))
    const heard = await listen([response => response.writeHead(307, { location: `${elsewhere}/stream` }).end()], { after: 1, until: 2 })
    expect(heard).toMatchObject({ seqs: [2], lost: [] })
  })
})

describe('the end of following', () => {
  it.each<[string, Reply]>([
    ['while the stream says nothing', open(position(1, true))],
    ['while it waits for an answer', silence],
    ['while the CMS is away', hangUp],
  ])('comes without an error %s', async (_, reply) => {
    const stop = new AbortController()
    const { baseUrl, received } = await startServer(reply)
    const changes: FollowedChange[] = []
    const following = (async () => {
      for await (const followed of createClient({ baseUrl }).changes.follow({ after: 1, signal: stop.signal }))
        changes.push(followed)
    })()
    await vi.waitFor(() => expect(received).not.toEqual([]))
    stop.abort(new Error('the reader left'))
    await expect(following).resolves.toBeUndefined()
    expect(changes).toEqual([])
  })

  it('comes at once where it was never wanted', async () => {
    const { baseUrl, received } = await startServer(silence)
    expect(await createClient({ baseUrl }).changes.follow({ signal: AbortSignal.abort() }).next()).toEqual({ done: true, value: undefined })
    expect(received).toEqual([])
  })

  it.each(['break', 'abort'])('by %s closes the connection', async (how) => {
    const stop = new AbortController()
    let hasClosed = false
    const { baseUrl } = await startServer((response, request) => {
      response.once('close', () => (hasClosed = true))
      open(position(1, true), told(2))(response, request)
    })
    for await (const { seq } of createClient({ baseUrl }).changes.follow({ after: 1, signal: stop.signal })) {
      expect(seq).toBe(2)
      if (how === 'break')
        break
      stop.abort()
    }
    await vi.waitFor(() => expect(hasClosed).toBe(true))
  })

  it('is a fault in the caller\'s own function', async () => {
    const { baseUrl } = await startServer(open(position(1, true)))
    const changes = createClient({ baseUrl }).changes.follow({ onConnected: () => { throw new Error('of the caller') } })
    await expect(changes.next()).rejects.toThrow('of the caller')
  })
})

it('waits for what the caller does at a connection before the first change is given', async () => {
  const { baseUrl } = await startServer(open(position(1, false) + told(2)))
  const order: string[] = []
  const onConnected = async () => {
    await new Promise(resolve => setImmediate(resolve))
    order.push('connected')
  }
  const changes = createClient({ baseUrl }).changes.follow({ onConnected })
  order.push(String((await changes.next()).value?.seq))
  await changes.return()
  expect(order).toEqual(['connected', '2'])
})

it('never waits more than a second, nor the same as others', async () => {
  const { baseUrl } = await startServer(hangUp)
  const stop = new AbortController()
  const waits: number[] = []
  const transport = createTransport({
    root: `${baseUrl}/api/v1`,
    fetch,
    timeout: 5_000,
    language: undefined,
    wait: async (milliseconds) => {
      waits.push(milliseconds)
      if (waits.length === 20)
        stop.abort()
    },
  })
  await follow(transport, { signal: stop.signal }).next()
  expect(Math.max(...waits)).toBeLessThanOrEqual(1_000)
  expect(Math.max(...waits.slice(0, 1))).toBeLessThanOrEqual(100)
  expect(Math.min(...waits.slice(6))).toBeGreaterThanOrEqual(500)
  expect(new Set(waits).size).toBe(20)
})
