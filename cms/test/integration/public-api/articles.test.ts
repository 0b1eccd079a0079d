import type { FreshCms } from '../../harness/fresh-cms'
import { apiInfoSchema, articlePageSchema, articleSchema, problemSchema } from '@klartext/contract'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { seedArticles } from './seeded-articles'

const karin = 'k4rink4rink4rink4rink4ri'
const vatten = 'vattenvattenvattenvatten'

let cms: FreshCms
beforeAll(async () => {
  cms = await freshCms()
  await seedArticles(cms, Array.from({ length: 45 }, (_, index) => ({
    id: `article${String(index).padStart(17, '0')}`,
    language: index % 9 === 0 ? 'en' as const : 'sv' as const,
    slug: `text-${index}`,
    title: `Text ${String.fromCharCode(97 + (index * 7) % 26)} ${index}`,
    kind: index % 3 === 0 ? 'profile' as const : 'essay' as const,
    firstPublishedAt: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
    publicUpdatedAt: new Date(Date.UTC(2026, 5, 1 + (index * 11) % 45)).toISOString(),
    filters: [...(index % 5 === 0 ? [`person=${karin}`] : []), ...(index % 2 === 0 ? [`topic=${vatten}`] : [])],
  })))
  const named = { version: null, public_updated_at: '2026-01-01T00:00:00.000Z', log_seq: 1, json: { json: {} }, etag: '"x"', tags: '' }
  await cms.run('insertRows', {
    table: 'public_document',
    rows: ['sv', 'en'].flatMap(language => [
      { subject_type: 'person', document_id: karin, language, slug: 'karin-ek', state: 'published', ...named },
      { subject_type: 'topic', document_id: vatten, language, slug: 'vatten', state: 'published', ...named },
    ]),
  })
  await cms.run('insertRows', { table: 'slug_redirect', rows: [
    { subject_type: 'article', language: 'sv', slug: 'gammal-text', document_id: 'article00000000000000001' },
    { subject_type: 'person', language: 'sv', slug: 'karin-berg', document_id: karin },
  ] })
  await cms.run('insertRows', { table: 'public_document', rows: [{
    ...named,
    subject_type: 'article',
    document_id: 'withdrawn000000000000000',
    language: 'sv',
    slug: 'tillbakadragen',
    state: 'withdrawn',
    tags: 'article:withdrawn000000000000000',
    json: { json: { notice: 'Uppgifterna var fel.', withdrawnAt: '2026-05-04T15:00:00+02:00' } },
  }] })
})
afterAll(async () => cms?.dispose())

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${cms.url}/api/v1${path}`, { headers, redirect: 'manual' })

async function list(query: string) {
  const answer = await get(`/articles${query}`)
  expect(answer.status).toBe(200)
  return v.parse(articlePageSchema, await answer.json())
}

it('tells what it is', async () => {
  const answer = await get('/api-info')
  const info = v.parse(apiInfoSchema, await answer.json())
  expect(info.apiDocumentation).toBe('https://sjovik.example/api')
})

describe('the list', () => {
  it('holds all languages, newest first, twenty to a page', async () => {
    const page = await list('')
    expect(page).toMatchObject({ page: 1, limit: 20, total: 45, links: { previous: null, next: `${cms.url}/api/v1/articles?page=2&limit=20` } })
    expect(page.items.map(item => item.slug)).toEqual(Array.from({ length: 20 }, (_, index) => `text-${44 - index}`))
  })

  it('can be walked from page to page, each article once', async () => {
    const seen: string[] = []
    let next: string | null = `${cms.url}/api/v1/articles?limit=7&sort=title`
    while (next) {
      const answer = await fetch(next)
      const page = v.parse(articlePageSchema, await answer.json())
      expect(answer.headers.get('link')?.includes('rel="next"') ?? false).toBe(page.links.next !== null)
      seen.push(...page.items.map(item => item.slug))
      next = page.links.next ?? null
    }
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
  })

  it.each([
    ['firstPublishedAt', (a: number) => a],
    ['-firstPublishedAt', (a: number) => -a],
    ['publicUpdatedAt', (a: number) => (a * 11) % 45],
    ['-publicUpdatedAt', (a: number) => -((a * 11) % 45)],
  ])('sorted by %s', async (sort, place) => {
    const { items } = await list(`?limit=100&sort=${sort}`)
    const numbers = items.map(item => Number(item.slug.slice(5)))
    expect(numbers).toEqual(Array.from({ length: 45 }, (_, index) => index).sort((a, b) => place(a) - place(b)))
  })

  it.each([
    ['?kind=profile', (index: number) => index % 3 === 0],
    ['?language=en', (index: number) => index % 9 === 0],
    ['?person=karin-ek', (index: number) => index % 5 === 0],
    ['?person=karin-berg', (index: number) => index % 5 === 0],
    ['?topic=vatten', (index: number) => index % 2 === 0],
    ['?topic=vatten&kind=essay', (index: number) => index % 2 === 0 && index % 3 !== 0],
    ['?topic=vatten&kind=profile&person=karin-ek&language=sv', (index: number) => index % 30 === 0 && index % 9 !== 0],
    ['?person=ingen', () => false],
    ['?organisation=ingen', () => false],
    ['?language=fi', () => false],
    ['?language=fi&kind=essay&topic=vatten', () => false],
  ])('filtered by %s', async (query, belongs) => {
    const page = await list(`${query}&limit=100`)
    const expected = Array.from({ length: 45 }, (_, index) => 44 - index).filter(belongs)
    expect(page.items.map(item => Number(item.slug.slice(5)))).toEqual(expected)
    expect(page.total).toBe(expected.length)
  })

  it('is empty beyond its last page, and leads back to it', async () => {
    const page = await list('?page=9')
    expect(page).toMatchObject({ items: [], total: 45, links: { next: null, previous: `${cms.url}/api/v1/articles?page=3&limit=20` } })
  })

  it('is not sent again while it is the same', async () => {
    const first = await get('/articles?kind=essay')
    const etag = first.headers.get('etag') ?? ''
    expect((await get('/articles?kind=essay', { 'if-none-match': etag })).status).toBe(304)
    expect((await get('/articles?kind=essay&page=2', { 'if-none-match': etag })).status).toBe(200)
    expect((await get('/articles?kind=profile', { 'if-none-match': etag })).status).toBe(200)
  })
})

describe('one article', () => {
  it('is answered whole, with its language and tags', async () => {
    const answer = await get('/articles/text-1')
    expect(answer.status).toBe(200)
    expect(v.parse(articleSchema, await answer.json())).toMatchObject({ slug: 'text-1', language: 'sv' })
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-language': 'sv',
      'cache-tag': 'article:article00000000000000001',
      'cache-control': 'public, max-age=0, must-revalidate',
    })
  })

  it('is not sent again while it is the same', async () => {
    const etag = (await get('/articles/text-1')).headers.get('etag') ?? ''
    for (const condition of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await get('/articles/text-1', { 'if-none-match': condition })
      expect(answer.status).toBe(304)
      expect(answer.headers.get('etag')).toBe(etag)
      expect(answer.headers.get('cache-tag')).toBe('article:article00000000000000001')
      expect(await answer.text()).toBe('')
    }
    expect((await get('/articles/text-1', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('has moved where the slug is an old one; the query moves along', async () => {
    const answer = await get('/articles/gammal-text?language=sv')
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe(`${cms.url}/api/v1/articles/text-1?language=sv`)
    expect(await answer.json()).toEqual({ location: `${cms.url}/api/v1/articles/text-1?language=sv` })
    // another article may take the slug
    expect(answer.headers.get('cache-tag')).toBe('article:article00000000000000001,list:articles')
  })

  it('is gone, with the notice, where it was withdrawn', async () => {
    const answer = await get('/articles/tillbakadragen')
    expect(answer.status).toBe(410)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('cache-tag')).toBe('article:withdrawn000000000000000')
    expect(v.parse(problemSchema, await answer.json())).toMatchObject({
      type: 'https://sjovik.example/api#problem-withdrawn',
      instance: '/api/v1/articles/tillbakadragen',
      notice: 'Uppgifterna var fel.',
      withdrawnAt: '2026-05-04T15:00:00+02:00',
    })
  })

  it.each(['/articles/finns-inte', '/articles/text-1?language=en', '/articles/R%C3%A4v', '/articles/a%00b', `/articles/${'a'.repeat(300)}`, '/articles/..%2f..%2fadmin'])('is not found at %s', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(v.parse(problemSchema, await answer.json()).type).toBe('https://sjovik.example/api#problem-not-found')
  })
})
