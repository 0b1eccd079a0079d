import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createClient } from '../src/index.js'
import { createTransport } from '../src/transport.js'
import { example, hangUp, json, silence, startServer, text } from './api-server.js'

const receiptSchema = v.object({ receipt: v.string() })
const write = { body: { bodyText: 'När plogar ni Ågatan?' }, idempotencyKey: '0b9d7f0e-2f5c-4b1e-9d2a-6a1f6c0f6c11', schema: receiptSchema }
const accepted = json({ receipt: 'a1' }, 202)

/** A transport that notes how long it would wait and waits no time. */
function noteWaits(baseUrl: string, timeout = 5_000, whileWaiting: (signal: AbortSignal | undefined) => void = () => {}) {
  const waits: number[] = []
  const transport = createTransport({
    root: `${baseUrl}/api/v1`,
    fetch,
    timeout,
    language: undefined,
    wait: async (milliseconds, signal) => {
      waits.push(milliseconds)
      whileWaiting(signal)
      signal?.throwIfAborted()
    },
  })
  return { transport, waits }
}

describe('a read', () => {
  it.each([
    ['once more after a cut connection', [hangUp], [200]],
    ['once more after 502', [text('', 502)], [200]],
    ['once more after 503, as late as it is told', [text('', 503, { 'retry-after': '1' })], [1_000]],
    ['at once when that is what it is told', [text('', 429, { 'retry-after': '0' })], [0]],
  ])('is sent %s', async (_, failures, expected) => {
    const { baseUrl, received } = await startServer(...failures, json(example('api-info')))
    const { transport, waits } = noteWaits(baseUrl)
    expect(await transport.get('/api-info', v.unknown())).toEqual(example('api-info'))
    expect(waits).toEqual(expected)
    expect(received).toHaveLength(2)
  })

  it.each([
    ['a second failure', [hangUp, text('', 503)], { status: 503 }, 2],
    ['500', [text('', 500)], { status: 500 }, 1],
    ['a wait that is too long', [text('', 503, { 'retry-after': '60' })], { status: 503, retryAfter: 60 }, 1],
  ])('is given up after %s', async (_, failures, error, sent) => {
    const { baseUrl, received } = await startServer(...failures)
    await expect(noteWaits(baseUrl).transport.get('/api-info', v.unknown())).rejects.toMatchObject(error)
    expect(received).toHaveLength(sent)
  })
})

it('gives up while it waits when the caller\'s signal says so', async () => {
  const controller = new AbortController()
  const { baseUrl, received } = await startServer(text('', 503))
  const { transport } = noteWaits(baseUrl, 5_000, (signal) => {
    expect(signal).toBe(controller.signal)
    controller.abort(new Error('the reader left'))
  })
  await expect(transport.get('/api-info', v.unknown(), {}, { signal: controller.signal })).rejects.toThrow('the reader left')
  expect(received).toHaveLength(1)
})

describe('a write', () => {
  it('is posted as JSON under its key, and its answer read', async () => {
    const { baseUrl, received } = await startServer(accepted)
    expect(await createClient({ baseUrl }).post('/articles/x/comments', write)).toEqual({ receipt: 'a1' })
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({
      method: 'POST',
      url: '/api/v1/articles/x/comments',
      body: JSON.stringify(write.body),
      headers: { 'idempotency-key': write.idempotencyKey, 'content-type': 'application/json', 'accept': 'application/json' },
    })
  })

  it.each([
    ['a cut connection', [hangUp, hangUp], [200, 800]],
    ['502 and 504', [text('', 502), text('', 504)], [200, 800]],
    ['429 that says how long', [text('', 429, { 'retry-after': '10' })], [10_000]],
    ['an answer that is late', [silence], [200]],
  ])('is repeated after %s, with the same body under the same key', async (_, failures, expected) => {
    const { baseUrl, received } = await startServer(...failures, accepted)
    const { transport, waits } = noteWaits(baseUrl, 1_000)
    expect(await transport.post('/articles/x/comments', write)).toEqual({ receipt: 'a1' })
    expect(waits).toEqual(expected)
    expect(received).toHaveLength(failures.length + 1)
    for (const { method, headers, body } of received)
      expect([method, headers['idempotency-key'], body]).toEqual(['POST', write.idempotencyKey, JSON.stringify(write.body)])
  })

  it.each([
    ['three cut connections', [hangUp], { name: 'Unreachable' }, 3],
    ['a problem with what was sent', [json(example('problem-bad-query'), 400)], { name: 'ApiProblem', status: 400 }, 1],
    ['a fault of the server', [text('', 500)], { name: 'ApiProblem', status: 500 }, 1],
    ['a wait that is too long', [text('', 429, { 'retry-after': '11' })], { name: 'ApiProblem', retryAfter: 11 }, 1],
    ['an answer that does not fit', [json({ receipt: 1 }, 202)], { name: 'ContractMismatch', path: 'receipt', status: 202 }, 1],
  ])('is given up after %s', async (_, replies, error, sent) => {
    const { baseUrl, received } = await startServer(...replies)
    await expect(noteWaits(baseUrl).transport.post('/articles/x/comments', write)).rejects.toMatchObject(error)
    expect(received).toHaveLength(sent)
  })

  it('is never turned into a read by a redirect', async () => {
    const { baseUrl, received } = await startServer(response => response.writeHead(301, { location: '/elsewhere' }).end())
    await expect(noteWaits(baseUrl).transport.post('/articles/x/comments', write)).rejects.toMatchObject({ name: 'Unreachable' })
    expect(new Set(received.map(({ method, url }) => `${method} ${url}`))).toEqual(new Set(['POST /api/v1/articles/x/comments']))
  })

  it.each(['', 'två ord', 'räksmörgås', 'a\nb', 'x'.repeat(256)])('is not sent under the key %j', async (idempotencyKey) => {
    const { baseUrl, received } = await startServer(accepted)
    await expect(createClient({ baseUrl }).post('/articles/x/comments', { ...write, idempotencyKey })).rejects.toThrow('idempotencyKey must be')
    expect(received).toEqual([])
  })
})
