import type { ArticleSort } from '@klartext/contract'
import type { Client, RequestOptions } from '../src/index.js'
import { describe, expect, it } from 'vitest'
import { createClient } from '../src/index.js'
import { example, json, startServer } from './api-server.js'

const slug = 'varfor-tar-bygglovet-sa-lang-tid'
const sort: ArticleSort = '-publicUpdatedAt'

const reads: [call: (client: Client, options?: RequestOptions) => Promise<unknown>, url: string, answer: string][] = [
  [(client, options) => client.apiInfo(options), '/api-info', 'api-info'],
  [(client, options) => client.articles.list(undefined, options), '/articles', 'article-page'],
  [
    (client, options) => client.articles.list({ topic: 'vatten', kind: 'essay', person: undefined, sort, page: 2, limit: 10, language: 'sv' }, options),
    '/articles?kind=essay&language=sv&limit=10&page=2&sort=-publicUpdatedAt&topic=vatten',
    'article-page',
  ],
  [(client, options) => client.articles.bySlug(slug, {}, options), `/articles/${slug}`, 'article-essay'],
  [
    (client, options) => client.articles.bySlug(slug, { language: 'sv', asOf: '2026-05-01T10:00:00+02:00' }, options),
    `/articles/${slug}?asOf=2026-05-01T10%3A00%3A00%2B02%3A00&language=sv`,
    'article-essay',
  ],
  [(client, options) => client.articles.bySlug('a/b?c', undefined, options), '/articles/a%2Fb%3Fc', 'article-profile'],
  [(client, options) => client.articles.versions(slug, { page: 2 }, options), `/articles/${slug}/versions?page=2`, 'version-page'],
  [(client, options) => client.articles.version(slug, 1, {}, options), `/articles/${slug}/versions/1`, 'article-version'],
  [
    (client, options) => client.articles.version(slug, 3, { language: 'sv' }, options),
    `/articles/${slug}/versions/3?language=sv`,
    'article-version-redacted',
  ],
  [(client, options) => client.articles.comments(slug, { limit: 100 }, options), `/articles/${slug}/comments?limit=100`, 'thread'],
  [(client, options) => client.people.list({ limit: 5 }, options), '/people?limit=5', 'person-page'],
  [(client, options) => client.people.bySlug('maja-lindqvist', {}, options), '/people/maja-lindqvist', 'person'],
  [(client, options) => client.organisations.list({}, options), '/organisations', 'organisation-page'],
  [(client, options) => client.organisations.bySlug('sjovik-kommun', {}, options), '/organisations/sjovik-kommun', 'organisation'],
  [(client, options) => client.topics.list({ page: 1 }, options), '/topics?page=1', 'topic-page'],
  [(client, options) => client.openness.read({ organisation: 'sjovik-kommun' }, options), '/openness?organisation=sjovik-kommun', 'openness-organisation'],
  [(client, options) => client.comments.byId('1hgl7s45i0domb8jabmnkvey', options), '/comments/1hgl7s45i0domb8jabmnkvey', 'comment'],
  [(client, options) => client.changes.page({ after: 0, limit: 10 }, options), '/changes?after=0&limit=10', 'change-page'],
]

describe('every resource', () => {
  it.each(reads)('%s asks %s and reads the answer', async (call, url, answer) => {
    const { baseUrl, received } = await startServer(json(example(answer)))
    expect(await call(createClient({ baseUrl }))).toEqual(example(answer))
    expect(received.map(({ method, url }) => [method, url])).toEqual([['GET', `/api/v1${url}`]])
    expect(received[0]?.headers.accept).toBe('application/json')
  })

  it('has a read of its own in the table above', () => {
    const client = Object.entries(createClient({ baseUrl: 'http://cms.example' }))
    const methods = client.flatMap(([name, resource]) => typeof resource === 'function' ? [name] : Object.keys(resource).map(method => `${name}.${method}`))
    const inTable = reads.map(([call]) => String(call).match(/client\.([\w.]+)/)?.[1])
    // The writes are in writes.test.ts; these have test files of their own: transport.test.ts, changes.test.ts and follow.test.ts.
    expect(new Set(methods)).toEqual(new Set([...inTable, 'articles.previewComment', 'articles.writeComment', 'comments.report', 'post', 'changes.all', 'changes.follow']))
  })

  it.each(reads)('%s of a client in English asks %s in English, unless it states a language or has none', async (call, url, answer) => {
    const { baseUrl, received } = await startServer(json(example(answer)))
    await call(createClient({ baseUrl: `${baseUrl}/`, language: 'en' }))
    const asked = new URL(received[0]?.url ?? '', baseUrl)
    const stated = new URL(url, baseUrl)
    const hasLanguage = !/^\/(?:api-info|changes|comments)/.test(url)
    expect(asked.pathname).toBe(`/api/v1${stated.pathname}`)
    expect(asked.searchParams.get('language')).toBe(hasLanguage ? stated.searchParams.get('language') ?? 'en' : null)
  })

  it.each(reads)('%s is stopped by the caller', async (call, _, answer) => {
    const { baseUrl, received } = await startServer(json(example(answer)))
    await expect(call(createClient({ baseUrl }), { signal: AbortSignal.abort('left') })).rejects.toBe('left')
    expect(received).toEqual([])
  })
})

it('follows the redirect of an old slug', async () => {
  const { baseUrl, received } = await startServer(
    response => response.writeHead(301, { location: '/api/v1/articles/new' }).end(),
    json(example('article-profile')),
  )
  expect(await createClient({ baseUrl }).articles.bySlug('old')).toEqual(example('article-profile'))
  expect(received.map(({ url }) => url)).toEqual(['/api/v1/articles/old', '/api/v1/articles/new'])
})

it.each(['', '.', '..'])('refuses the slug "%s" before anything is asked', async (bad) => {
  const { baseUrl, received } = await startServer(json(example('article-profile')))
  await expect(createClient({ baseUrl }).articles.bySlug(bad)).rejects.toThrow(RangeError)
  await expect(createClient({ baseUrl }).people.bySlug(bad)).rejects.toThrow('cannot stand in the path')
  expect(received).toEqual([])
})

it.each(['', '/api/v1', 'cms.example.org', 'ftp://cms.example.org'])('refuses the base address "%s"', (baseUrl) => {
  expect(() => createClient({ baseUrl })).toThrow(`baseUrl must be an http or https address such as https://cms.example.org, but is "${baseUrl}"`)
})
