import type { Client } from '@klartext/client'
import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import { ApiProblem, createClient } from '@klartext/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from '../publication/newsroom'

let cms: FreshCms
let room: Newsroom
let client: Client
let id: string

/** Gives the row of a version, or of what happened last, another time than now. */
async function happenedAt(at: string, version: number | null): Promise<void> {
  const where = version === null ? 'version is null' : `version = ${version}`
  await room.sql(`update publication_log set at = ? where document_id = ? and ${where}`, [at, id])
}

const refused = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.then(() => null, (caught: unknown) => caught)
  if (!(error instanceof ApiProblem))
    throw new TypeError(`It was not refused: ${String(error)}`)
  return error
}

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  client = createClient({ baseUrl: cms.url })
  const author = await room.create('person', { name: 'Ylva Ström', slug: 'ylva-strom' })
  const publisher = await room.create('organisation', { name: 'Sjöviks kommun', slug: 'sjovik', kind: 'municipality' })
  id = await room.create('article', { title: 'Bron', slug: 'bron', kind: 'essay', authors: [author], publisher, body: body('Första.') })
  await room.update('article', id, { body: body('Andra.'), changeKind: 'correction', changeNote: 'Rättat.' })
  await room.update('article', id, { title: 'Nya bron', slug: 'nya-bron', body: body('Tredje.'), changeKind: 'new-information', changeNote: 'Mer.' })
  await happenedAt('2026-01-10T10:00:00.000Z', 1)
  await happenedAt('2026-03-01T23:30:00.000Z', 2)
  await happenedAt('2026-05-20T08:00:00.000Z', 3)
})
afterAll(async () => cms?.dispose())

describe('the versions of an article', () => {
  it('are told newest first, with notes and digests', async () => {
    const page = await client.articles.versions('nya-bron')
    expect(page.items.map(({ version, changeKind, changeNote, at }) => [version, changeKind, changeNote, at])).toEqual([
      [3, 'new-information', 'Mer.', '2026-05-20T08:00:00.000Z'],
      [2, 'correction', 'Rättat.', '2026-03-01T23:30:00.000Z'],
      [1, null, null, '2026-01-10T10:00:00.000Z'],
    ])
    expect(page).toMatchObject({ total: 3, page: 1 })
    expect(page.items[0]?.links).toEqual({
      self: `${cms.url}/api/v1/articles/nya-bron/versions/3`,
      page: 'https://sjovik.example/artiklar/nya-bron/andringar',
    })
    expect((await client.articles.versions('nya-bron', { limit: 2, page: 2 })).items.map(item => item.version)).toEqual([1])
  })

  it('are each shown as the article stood, with what holds today of thread and translations', async () => {
    const first = await client.articles.version('nya-bron', 1)
    expect(first.article).toMatchObject({ title: 'Bron', slug: 'bron', version: 1, changeNote: null, commentCount: 0, authors: [{ name: 'Ylva Ström' }] })
    expect(first.article?.bodyHtml).toContain('Första.')
    expect((await client.articles.version('nya-bron', 3)).article).toEqual(await client.articles.bySlug('nya-bron'))
  })

  it.each(['0', '4', '-1', '1.0', '01', 'x', '99999999999999999999'])('there is no version %s', async (number) => {
    const answer = await fetch(`${cms.url}/api/v1/articles/nya-bron/versions/${number}`)
    expect(answer.status).toBe(404)
  })

  it('are found under an old slug too', async () => {
    const answer = await fetch(`${cms.url}/api/v1/articles/bron/versions/2?language=sv`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `${cms.url}/api/v1/articles/nya-bron/versions/2?language=sv`])
    expect((await client.articles.versions('bron')).total).toBe(3)
    expect((await client.articles.comments('bron')).total).toBe(0)
  })
})

describe('an article as of', () => {
  it.each([
    ['the day it was published', '2026-01-10', 1],
    ['the day before a change after midnight in Stockholm', '2026-03-01', 1],
    ['the day of that change in Stockholm', '2026-03-02', 2],
    ['the instant of a change', '2026-05-20T10:00:00+02:00', 3],
    ['a moment before a change', '2026-05-20T09:59:59.999+02:00', 2],
    ['a day to come', '2999-01-01', 3],
  ])('%s', async (_, asOf, version) => {
    const article = await client.articles.bySlug('nya-bron', { asOf })
    expect(article.version).toBe(version)
  })

  it('a day when it was not there is not found', async () => {
    expect((await refused(client.articles.bySlug('nya-bron', { asOf: '2026-01-09' }))).status).toBe(404)
  })

  it('an old slug leads on', async () => {
    expect(await client.articles.bySlug('bron', { asOf: '2026-01-10' })).toMatchObject({ title: 'Bron', version: 1 })
  })

  it('is answered with its own entity tag', async () => {
    const url = `${cms.url}/api/v1/articles/nya-bron?asOf=2026-01-10`
    const answer = await fetch(url)
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'cache-tag': `article:${id}`, 'content-language': 'sv' })
    expect((await fetch(url, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })).status).toBe(304)
  })
})

// in this order: each takes away what the one before it needs
describe('what is gone', () => {
  it('a text that was removed for the law\'s sake leaves its place, its note and its digest', async () => {
    await room.sql('update publication_log set snapshot = null where document_id = ? and version = 1', [id])
    expect(await client.articles.version('nya-bron', 1)).toMatchObject({ version: 1, article: null })
    expect((await refused(client.articles.bySlug('nya-bron', { asOf: '2026-01-10' })))).toMatchObject({ status: 410, problem: { type: 'https://sjovik.example/api#problem-redacted' } })
    expect((await client.articles.versions('nya-bron')).total).toBe(3)
  })

  const everywhere = ['nya-bron', 'nya-bron/versions', 'nya-bron/versions/2', 'nya-bron/comments', 'nya-bron?asOf=2026-03-02']
  const statuses = () => Promise.all(everywhere.map(async path => (await fetch(`${cms.url}/api/v1/articles/${path}`)).status))

  it('an unpublished article is found nowhere', async () => {
    await room.unpublish('article', id)
    await happenedAt('2026-06-01T10:00:00.000Z', null)
    expect(await statuses()).toEqual([404, 404, 404, 404, 404])
    expect((await fetch(`${cms.url}/api/v1/articles/bron`, { redirect: 'manual' })).status).toBe(404)
  })

  it('published again, it is found again, but not as of the days between', async () => {
    await room.publish('article', id)
    await happenedAt('2026-07-01T10:00:00.000Z', 4)
    expect(await statuses()).toEqual([200, 200, 200, 200, 200])
    expect((await refused(client.articles.bySlug('nya-bron', { asOf: '2026-06-15' }))).status).toBe(404)
    expect((await client.articles.bySlug('nya-bron', { asOf: '2026-05-31' })).version).toBe(3)
  })

  it('a withdrawn article is gone everywhere, with the notice', async () => {
    await cms.run('withdraw', { documentId: id, language: 'sv', notice: 'Uppgifterna var fel.' })
    expect(await statuses()).toEqual([410, 410, 410, 410, 410])
    const { problem } = await refused(client.articles.bySlug('nya-bron'))
    expect(problem).toMatchObject({ type: 'https://sjovik.example/api#problem-withdrawn', notice: 'Uppgifterna var fel.', instance: '/api/v1/articles/nya-bron' })
    expect(Date.parse(problem.withdrawnAt ?? '')).not.toBeNaN()
    expect((await client.articles.list()).total).toBe(0)
  })
})
