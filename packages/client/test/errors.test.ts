import { describe, expect, it } from 'vitest'
import { ApiProblem, ClientError, ContractMismatch, createClient, Unreachable } from '../src/index.js'
import { example, halfAnAnswer, hangUp, json, silence, startServer, text } from './api-server.js'

async function thrownBy(call: Promise<unknown>): Promise<unknown> {
  return call.then(() => 'nothing was thrown', (error: unknown) => error)
}

describe('an error of the API', () => {
  it.each([
    [400, 'problem-bad-query', ['400 The query is not valid.', 'limit must be at most 100.', 'colour is not a query key here']],
    [404, 'problem-not-found', ['404 Not found. No public article has the slug "gatljus-i-juni" in Swedish.']],
    [410, 'problem-gone', ['410 Withdrawn. The article has been withdrawn.']],
  ])('%i is an ApiProblem with the problem as the API told it', async (status, file, parts) => {
    const { baseUrl, received } = await startServer(json(example(file), status))
    const error = await thrownBy(createClient({ baseUrl }).articles.bySlug('gatljus-i-juni'))
    expect(error).toBeInstanceOf(ApiProblem)
    expect(error).toBeInstanceOf(ClientError)
    const url = `${baseUrl}/api/v1/articles/gatljus-i-juni`
    expect(error).toMatchObject({ name: 'ApiProblem', method: 'GET', url, status, problem: example(file), retryAfter: null })
    for (const part of [`GET ${url}: `, ...parts])
      expect(String(error)).toContain(part)
    expect(received).toHaveLength(1)
  })

  it.each([
    ['a page of HTML', text('<h1>Nej</h1>', 500), 500, 'Internal Server Error'],
    ['nothing at all', text('', 404), 404, 'Not Found'],
    ['JSON that is no problem', json({ error: { message: 'no' } }, 403), 403, 'Forbidden'],
  ])('that holds %s is a problem made from its status', async (_, reply, status, title) => {
    const { baseUrl } = await startServer(reply)
    expect(await thrownBy(createClient({ baseUrl }).apiInfo())).toMatchObject({
      name: 'ApiProblem',
      status,
      problem: { type: 'about:blank', title, status, instance: '/api/v1/api-info' },
    })
  })

  it('keeps the status that came over the network where the problem states another', async () => {
    const { baseUrl } = await startServer(json(example('problem-not-found'), 500))
    expect(await thrownBy(createClient({ baseUrl }).apiInfo())).toMatchObject({ status: 500, problem: { status: 404 } })
  })

  it('says when to come back', async () => {
    const { baseUrl } = await startServer(text('', 429, { 'retry-after': '30' }))
    expect(await thrownBy(createClient({ baseUrl }).apiInfo())).toMatchObject({ status: 429, retryAfter: 30 })
  })
})

describe('an answer that does not fit', () => {
  const article = Object.entries(example('article-profile') ?? {})
  const articlePage = JSON.stringify(example('article-page'))

  it.each([
    ['a field that is missing', JSON.stringify(Object.fromEntries(article.filter(([key]) => key !== 'slug'))), 'slug'],
    ['a field deep inside', JSON.stringify(example('article-profile')).replace('"level":3', '"level":9'), 'body.13.level'],
    ['a list in place of an article', articlePage, 'id'],
    ['text in place of JSON', '<!doctype html><title>Logga in</title>', ''],
    ['JSON that breaks off', articlePage.slice(0, 100), ''],
    ['nothing', '', ''],
    ['null', 'null', ''],
  ])('%s is named', async (_, body, path) => {
    const { baseUrl, received } = await startServer(text(body))
    const error = await thrownBy(createClient({ baseUrl }).articles.bySlug('x'))
    expect(error).toBeInstanceOf(ContractMismatch)
    expect(error).toMatchObject({ name: 'ContractMismatch', status: 200, path, method: 'GET', url: `${baseUrl}/api/v1/articles/x` })
    expect(String(error)).toContain(`GET ${baseUrl}/api/v1/articles/x: 200, but ${path || 'the answer'} does not fit the contract: `)
    expect(received).toHaveLength(1)
  })
})

describe('no answer', () => {
  it('from a machine where nothing listens is Unreachable with its cause', async () => {
    const { baseUrl, stop } = await startServer(silence)
    await stop()
    const error = await thrownBy(createClient({ baseUrl }).apiInfo())
    expect(error).toBeInstanceOf(Unreachable)
    expect(error).toMatchObject({ name: 'Unreachable', timedOut: false, cause: { name: 'TypeError' } })
    expect(String(error)).toMatch(/GET .*\/api-info: no answer \(fetch failed: .*ECONNREFUSED/)
  })

  it.each([['not a word', silence], ['half an answer', halfAnAnswer]])('in time: %s', async (_, reply) => {
    const { baseUrl } = await startServer(reply)
    const error = await thrownBy(createClient({ baseUrl, timeout: 60 }).apiInfo())
    expect(error).toBeInstanceOf(Unreachable)
    expect(error).toMatchObject({ timedOut: true, message: `GET ${baseUrl}/api/v1/api-info: no whole answer within 60 ms` })
  })
})

describe('the caller\'s signal', () => {
  const reason = new Error('the reader left')

  it('stops a request before it is sent', async () => {
    const { baseUrl, received } = await startServer(json(example('api-info')))
    expect(await thrownBy(createClient({ baseUrl }).apiInfo({ signal: AbortSignal.abort(reason) }))).toBe(reason)
    expect(received).toEqual([])
  })

  it('stops a request under way', async () => {
    const controller = new AbortController()
    const { baseUrl, received } = await startServer(() => controller.abort(reason))
    expect(await thrownBy(createClient({ baseUrl }).articles.list({}, { signal: controller.signal }))).toBe(reason)
    expect(received).toHaveLength(1)
  })

  it('stops the last try as it stops the first', async () => {
    const controller = new AbortController()
    const { baseUrl, received } = await startServer(hangUp, () => controller.abort(reason))
    expect(await thrownBy(createClient({ baseUrl }).articles.list({}, { signal: controller.signal }))).toBe(reason)
    expect(received).toHaveLength(2)
  })

  it('does not stop what is answered', async () => {
    const { baseUrl } = await startServer(hangUp, json(example('api-info')))
    expect(await createClient({ baseUrl }).apiInfo({ signal: new AbortController().signal })).toEqual(example('api-info'))
  })
})
