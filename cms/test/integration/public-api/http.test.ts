import type { FreshCms } from '../../harness/fresh-cms'
import http from 'node:http'
import { problemSchema } from '@klartext/contract'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from '../publication/newsroom'

interface RawAnswer { status: number, headers: http.IncomingHttpHeaders, body: string }

let cms: FreshCms
beforeAll(async () => {
  cms = await freshCms()
  await createNewsroom(cms).create('article', { title: 'Bron', slug: 'bron', kind: 'essay', body: body() })
})
afterAll(async () => cms?.dispose())

/** Sends the path just as it is written, which fetch does not. */
function send(method: string, path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: cms.port, method, path, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response)
        chunks.push(Buffer.from(chunk))
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() })
    })
    request.on('error', reject)
    request.end()
  })
}

const resources = [
  '/api-info',
  '/articles',
  '/articles/bron',
  '/articles/bron/versions',
  '/articles/bron/versions/1',
  '/articles/bron/comments',
  '/people',
  '/organisations',
  '/topics',
  '/changes',
].map(path => `/api/v1${path}`)

/** Where comments are sent in too. */
const methodsOf = (path: string): string[] => path.endsWith('/comments') ? ['GET', 'HEAD', 'POST', 'OPTIONS'] : ['GET', 'HEAD', 'OPTIONS']

const open = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Cache-Tag, Link, Retry-After, Content-Language',
  'content-security-policy': 'default-src \'none\'; frame-ancestors \'none\'',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

it('keeps a connection longer than proxies do, so that none sends into one that was just closed', async () => {
  expect((await send('GET', '/api/v1/articles', { connection: 'keep-alive' })).headers['keep-alive']).toBe('timeout=65')
})

describe('every resource', () => {
  it.each(resources)('%s is open to every site and safe, can be asked again cheaply, and tells HEAD the same as GET', async (path) => {
    const got = await send('GET', path)
    expect(got.status).toBe(200)
    expect(got.headers).toMatchObject({
      ...open,
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(got.body)),
      'cache-control': 'public, max-age=0, must-revalidate',
      'cache-tag': expect.stringMatching(/^[a-z-]+(?::[\w-]+)?(?:,[a-z]+:[\w-]+)*$/),
      'etag': expect.stringMatching(/^"[\w-]{32}"$/),
    })
    for (const unwanted of ['set-cookie', 'x-powered-by', ...path.endsWith('/changes') ? [] : ['vary'], 'access-control-allow-credentials', 'strapi'])
      expect(got.headers).not.toHaveProperty(unwanted)

    const { date, ...headers } = got.headers
    const head = await send('HEAD', path)
    expect(head).toMatchObject({ status: 200, headers, body: '' })

    for (const method of ['GET', 'HEAD']) {
      const same = await send(method, path, { 'if-none-match': `"x", ${got.headers.etag ?? ''}` })
      expect(same).toMatchObject({ status: 304, body: '', headers: { ...open, 'etag': got.headers.etag, 'cache-tag': got.headers['cache-tag'], 'cache-control': got.headers['cache-control'] } })
      expect(same.headers).not.toHaveProperty('content-type')
    }
  })

  it.each(resources)('%s answers a preflight', async (path) => {
    const answer = await send('OPTIONS', path, { 'origin': 'https://other.example', 'access-control-request-method': 'GET', 'access-control-request-headers': 'if-none-match' })
    expect(answer).toMatchObject({
      status: 204,
      body: '',
      headers: {
        'allow': methodsOf(path).join(', '),
        'access-control-allow-origin': '*',
        'access-control-allow-methods': methodsOf(path).join(', '),
        'access-control-allow-headers': 'If-None-Match, Idempotency-Key, Content-Type, Last-Event-ID',
      },
    })
  })

  it.each(resources)('%s names a key that it does not take', async (path) => {
    const answer = await send('GET', `${path}?colour=red&populate=*&status=draft`)
    expect(answer).toMatchObject({ status: 400, headers: { ...open, 'content-type': 'application/problem+json' } })
    const problem = v.parse(problemSchema, JSON.parse(answer.body))
    expect(problem).toMatchObject({ type: 'https://sjovik.example/api#problem-bad-query', status: 400, instance: path, detail: '3 query keys do not fit; see errors.' })
    expect(problem.errors?.map(error => error.path)).toEqual(['colour', 'populate', 'status'])
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])('is not to be had with %s', async (method) => {
    for (const path of resources.filter(path => !methodsOf(path).includes(method))) {
      const answer = await send(method, path)
      const allowed = methodsOf(path)
      expect(answer).toMatchObject({ status: 405, headers: { ...open, 'allow': allowed.join(', '), 'content-type': 'application/problem+json' } })
      expect(JSON.parse(answer.body)).toMatchObject({ type: 'https://sjovik.example/api#problem-method-not-allowed', detail: `Use ${allowed.slice(0, -1).join(', ')} or OPTIONS.` })
    }
  })
})

describe('odd addresses', () => {
  it.each([
    ['/api/v1', 404],
    ['/api/v1/', 404],
    ['/api/v1/nothing', 404],
    ['/api/v1/articles/', 404],
    ['/api/v1//articles', 404],
    ['//api/v1/articles', 404],
    ['/API/v1/articles', 404],
    ['/api/V1/articles', 404],
    ['/api/v1/Articles', 404],
    ['/api/v1/articles/Bron', 404],
    ['/api%2Fv1/articles', 404],
    ['/api/v1/articles/bron%2Fversions', 404],
    ['/api/v1/articles/../articles', 404],
    ['/api/v1/articles/%2e%2e/articles', 404],
    ['/api/v1/articles/bron%00', 404],
    ['/api/v1/articles/bron;a=b', 404],
    ['/api/v1/articles/br%F6n', 400],
    ['/api/v1/articles/%', 400],
    ['/api/v1/%61rticles/bron', 200],
    [`/api/v1/articles/${'a'.repeat(10_000)}`, 404],
    ['/api/v1/articles?', 200],
    ['/api/v1/articles?&', 200],
    ['/api/v1/articles?limit=%zz', 400],
  ])('%s is %i', async (path, status) => {
    const answer = await send('GET', path)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject(open)
    if (status >= 400)
      expect(v.parse(problemSchema, JSON.parse(answer.body)).status).toBe(status)
  })

  it('never are a fault of the server', async () => {
    const piece = fc.oneof(fc.webSegment(), fc.constantFrom('articles', 'people', 'changes', 'bron', 'versions', '..', '.', '', '%00', '%ff', '*', '1'), fc.string({ unit: 'grapheme' }).map(encodeURIComponent))
    const key = fc.oneof(fc.constantFrom('page', 'limit', 'after', 'language', 'asOf', 'sort', 'person', 'filters[id][$ne]'), fc.webSegment())
    const value = fc.oneof(fc.constantFrom('1', '-1', '1e3', '9007199254740991', '2026-05-01', '\'--', '%', '%00', 'sv', 'null'), fc.webSegment())
    const target = fc.tuple(fc.array(piece, { maxLength: 5 }), fc.array(fc.tuple(key, value).map(pair => pair.join('=')), { maxLength: 4 }))
    await fc.assert(fc.asyncProperty(target, fc.constantFrom('GET', 'HEAD'), async ([pieces, pairs], method) => {
      const path = `/api/v1/${pieces.join('/')}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
      const answer = await send(method, path)
      expect([200, 400, 404]).toContain(answer.status)
    }), { numRuns: 300 })
    expect(cms.output()).not.toMatch(/error/i)
  })
})

it('a fault inside is told to the log, not to the reader', async () => {
  const room = createNewsroom(cms)
  const id = await room.create('article', { title: 'Trasig', slug: 'trasig', kind: 'essay', body: body() })
  await room.sql('update publication_log set snapshot = \'{"hemligt": 1}\' where document_id = ?', [id])
  const answer = await send('GET', '/api/v1/articles/trasig/versions/1')
  expect(answer).toMatchObject({ status: 500, headers: { ...open, 'cache-control': 'no-store', 'content-type': 'application/problem+json' } })
  expect(JSON.parse(answer.body)).toEqual({
    type: 'https://sjovik.example/api#problem-internal',
    title: 'Internal error',
    status: 500,
    detail: 'The API could not answer; try again later.',
    instance: '/api/v1/articles/trasig/versions/1',
  })
  await vi.waitFor(() => expect(cms.output()).toContain('ValiError'))
})
