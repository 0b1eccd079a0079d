import type { ArticleSort } from '@klartext/contract'
import type { Client } from '../src/index.js'
import { describe, expect, it } from 'vitest'
import { createClient } from '../src/index.js'
import { example, json, startServer } from './api-server.js'

const slug = 'varfor-tar-bygglovet-sa-lang-tid'
const sort: ArticleSort = '-publicUpdatedAt'

const reads: [call: (client: Client) => Promise<unknown>, url: string, answer: string][] = [
  [client => client.apiInfo(), '/api-info', 'api-info'],
  [client => client.articles.list(), '/articles', 'article-page'],
  [
    client => client.articles.list({ topic: 'vatten', kind: 'essay', person: undefined, sort, page: 2, limit: 10, language: 'en' }),
    '/articles?kind=essay&language=en&limit=10&page=2&sort=-publicUpdatedAt&topic=vatten',
    'article-page',
  ],
  [client => client.articles.bySlug(slug), `/articles/${slug}`, 'article-essay'],
  [
    client => client.articles.bySlug(slug, { language: 'en', asOf: '2026-05-01T10:00:00+02:00' }),
    `/articles/${slug}?asOf=2026-05-01T10%3A00%3A00%2B02%3A00&language=en`,
    'article-essay',
  ],
  [client => client.articles.bySlug('a/b?c'), '/articles/a%2Fb%3Fc', 'article-profile'],
  [client => client.articles.versions(slug, { page: 2 }), `/articles/${slug}/versions?page=2`, 'version-page'],
  [client => client.articles.version(slug, 1), `/articles/${slug}/versions/1`, 'article-version'],
  [client => client.articles.version(slug, 3, { language: 'sv' }), `/articles/${slug}/versions/3?language=sv`, 'article-version-redacted'],
  [client => client.articles.comments(slug, { limit: 100 }), `/articles/${slug}/comments?limit=100`, 'thread'],
  [client => client.people.list({ limit: 5 }), '/people?limit=5', 'person-page'],
  [client => client.people.bySlug('maja-lindqvist', { language: 'en' }), '/people/maja-lindqvist?language=en', 'person'],
  [client => client.organisations.list(), '/organisations', 'organisation-page'],
  [client => client.organisations.bySlug('sjovik-kommun'), '/organisations/sjovik-kommun', 'organisation'],
  [client => client.topics.list({ page: 1 }), '/topics?page=1', 'topic-page'],
  [client => client.changes.page({ after: 0, limit: 10 }), '/changes?after=0&limit=10', 'change-page'],
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
    // These two have test files of their own: transport.test.ts and changes.test.ts.
    expect(new Set(methods)).toEqual(new Set([...inTable, 'post', 'changes.all']))
  })

  it('is asked in the language of the client where the query states none', async () => {
    const { baseUrl, received } = await startServer(json(example('person')), json(example('thread')), json(example('api-info')), json(example('change-page')))
    const client = createClient({ baseUrl: `${baseUrl}/`, language: 'en' })
    await client.people.bySlug('maja-lindqvist')
    await client.articles.comments(slug, { language: 'sv' })
    await client.apiInfo()
    await client.changes.page()
    expect(received.map(({ url }) => url.replace('/api/v1', ''))).toEqual([
      '/people/maja-lindqvist?language=en',
      `/articles/${slug}/comments?language=sv`,
      '/api-info',
      '/changes',
    ])
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
