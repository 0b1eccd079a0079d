import type { FreshCms } from '../../harness/fresh-cms'
import type { Desk } from './intake-desk'
import { randomUUID } from 'node:crypto'
import http from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { createDesk, newAddress, plain } from './intake-desk'

let cms: FreshCms
let desk: Desk
let articleId: string
beforeAll(async () => {
  cms = await freshCms()
  desk = createDesk(cms)
  articleId = await desk.article('bron')
})
afterAll(async () => cms?.dispose())

const type = (name: string) => `https://sjovik.example/api#problem-${name}`
const paths = ['/articles/bron/comments', '/articles/bron/comments/preview']

describe.each(paths)('%s', (path) => {
  const post = (request: Parameters<Desk['post']>[1]) => desk.post(path, { ...request, headers: { 'idempotency-key': randomUUID(), ...desk.as(newAddress()), ...request.headers } })

  it.each([
    ['no type', { 'content-type': '' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a plain text', { 'content-type': 'text/plain' }],
    ['another alphabet', { 'content-type': 'application/json; charset=latin1' }],
    ['something packed', { 'content-encoding': 'gzip' }],
  ])('takes no %s', async (_, headers) => {
    const reply = await post({ body: new TextEncoder().encode(JSON.stringify(plain)), headers })
    expect(desk.problem(reply)).toMatchObject({ status: 415, type: type('unsupported-media-type'), instance: `/api/v1${path}` })
    expect(reply.headers.get('accept')).toBe('application/json')
  })

  it('takes JSON that states its alphabet', async () => expect((await post({ json: { ...plain, text: randomUUID() }, headers: { 'content-type': 'Application/JSON; charset="UTF-8"' } })).status).toBeLessThan(300))

  it.each([65 * 1024, 900 * 1024])('takes no %i bytes', async (length) => {
    const reply = await post({ json: { ...plain, text: 'a'.repeat(length) } })
    expect(desk.problem(reply)).toMatchObject({ status: 413, type: type('too-large') })
  })

  it.each(['', '{', 'null', '[]', '"text"', '7', '{"name": "\uD800"'])('takes no body %j', async (body) => {
    expect(desk.problem(await post({ body }))).toMatchObject({ status: 400, type: type('bad-body'), detail: 'Send one JSON object in UTF-8.' })
  })

  it('takes no broken UTF-8', async () => {
    expect(desk.problem(await post({ body: Uint8Array.from([0x7B, 0x22, 0xFF, 0x22, 0x7D]) }))).toMatchObject({ status: 400, type: type('bad-body') })
  })

  it('names each field that does not fit', async () => {
    const reply = await post({ json: { text: '\u200B', email: 'oskar', colour: 'red', __proto__: null } })
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect(desk.problem(reply)).toMatchObject({
      status: 400,
      type: type('bad-body'),
      title: 'What was sent in is not valid',
      detail: '4 fields do not fit; see errors.',
      errors: [{ path: 'name', code: 'required' }, { path: 'text', code: 'required' }, { path: 'email', code: 'malformed' }, { path: 'colour', code: 'unknown' }],
    })
  })

  it('knows no parent that is not public under the same article', async () => {
    const elsewhere = await desk.article(`annan-${path.length}`)
    const parents = await Promise.all([
      desk.room.create('comment', { articleId: elsewhere, bodyText: 'Ett.', moderationStatus: 'approved' }),
      desk.room.create('comment', { articleId, bodyText: 'Väntar.' }),
      'abcdefghijkl',
    ])
    for (const parent of parents)
      expect(desk.problem(await post({ json: { ...plain, parent } }))).toMatchObject({ status: 400, type: type('bad-body'), errors: [{ path: 'parent', code: 'not-found' }] })
  })

  it('takes no query', async () => expect(desk.problem(await desk.post(`${path}?language=sv`, { json: plain, headers: { 'idempotency-key': 'a' } }))).toMatchObject({ status: 400, type: type('bad-query') }))

  it('is of no article that is not public', async () => {
    for (const slug of ['finns-inte', 'Bron', '%20'])
      expect(desk.problem(await desk.post(path.replace('bron', slug), { json: plain, headers: { 'idempotency-key': 'a' } }))).toMatchObject({ status: 404, type: type('not-found') })
    const id = await desk.article(`indragen-${path.length}`)
    await cms.run('withdraw', { documentId: id, language: 'sv', notice: 'Den var fel.', actor: 'test' })
    expect(desk.problem(await desk.post(path.replace('bron', `indragen-${path.length}`), { json: plain, headers: { 'idempotency-key': 'a' } }))).toMatchObject({ status: 410, type: type('withdrawn'), notice: 'Den var fel.' })
  })

  it('may be asked by other sites\' pages', async () => {
    const preflight = await fetch(`${cms.url}/api/v1${path}`, { method: 'OPTIONS', headers: { 'origin': 'https://other.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type, idempotency-key' } })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('If-None-Match, Idempotency-Key, Content-Type, Last-Event-ID')
    for (const json of [{ ...plain, text: randomUUID() }, {}]) {
      const reply = await post({ json, headers: { origin: 'https://other.example' } })
      expect(reply.headers.get('access-control-allow-origin')).toBe('*')
      expect(reply.headers.get('access-control-allow-credentials')).toBeNull()
      expect(reply.headers.get('cache-control')).toBe('no-store')
    }
  })
})

it.each([
  ['GET', 'POST or OPTIONS', 'POST, OPTIONS'],
  ['PUT', 'POST or OPTIONS', 'POST, OPTIONS'],
])('a preview is not to be had with %s', async (method, use, allow) => {
  const response = await fetch(`${cms.url}/api/v1/articles/bron/comments/preview`, { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe(allow)
  expect(await response.json()).toMatchObject({ detail: `Use ${use}.` })
})

it.each([['none', {}], ['an empty one', { 'idempotency-key': '' }], ['one with spaces', { 'idempotency-key': 'a b' }], ['a long one', { 'idempotency-key': 'a'.repeat(256) }]])('a comment with no good key (%s) is not taken', async (_, headers) => {
  expect(desk.problem(await desk.post('/articles/bron/comments', { json: plain, headers }))).toMatchObject({ status: 400, type: type('idempotency-key-missing') })
})

it('a token of another article, or one that was changed, is too old', async () => {
  await desk.article('tornet')
  const { token } = await desk.client.articles.previewComment('tornet', plain)
  for (const key of [token, token.replace(/.$/, 'x')])
    expect(desk.problem(await desk.send('bron', { ...plain, text: randomUUID() }, { key }))).toMatchObject({ status: 400, type: type('token-expired') })
})

it('no body is a fault of the server', async () => {
  const field = fc.constantFrom('name', 'text', 'email', 'isQuestion', 'parent', 'language', 'homepage', '__proto__', 'constructor')
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'binary' }), fc.constantFrom('sv', 'Oskar', true, null, 'abcdefghijkl', 'a@b.example', '\u0000'))
  const sent = fc.oneof(fc.dictionary(field, value).map(object => JSON.stringify(object)), fc.json(), fc.string({ unit: 'binary' }))
  await fc.assert(fc.asyncProperty(sent, fc.constantFrom('/comments/preview', '/comments', '/../../comments/abcdefghijkl/reports'), async (body, below) => {
    const { pathname } = new URL(`/articles/bron${below}`, cms.url)
    const reply = await desk.post(pathname, { body })
    // a comment and a report have no key here: nothing is kept
    expect([400, below.endsWith('preview') ? 200 : 400]).toContain(reply.status)
  }), { numRuns: 200 })
})

it('a body that breaks off harms nobody', async () => {
  await new Promise<void>((resolve) => {
    const request = http.request({ host: '127.0.0.1', port: cms.port, method: 'POST', path: '/api/v1/articles/bron/comments', headers: { 'content-type': 'application/json', 'content-length': 500 } })
    request.on('error', () => resolve())
    request.write('{"name": "Oskar"', () => request.destroy(new Error('broken off')))
  })
  expect((await desk.send('bron', { ...plain, text: 'Efteråt.' })).status).toBe(202)
})

it('the log says nothing of all this', () => {
  // no word of a sender, and no fault of ours
  expect(cms.output()).not.toMatch(/oskar|klartext-|10\.0\.0|dist\/src/i)
})
