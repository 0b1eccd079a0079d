import type { Client } from '@klartext/client'
import type { Comment } from '@klartext/contract'
import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import { createClient } from '@klartext/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from '../publication/newsroom'

let cms: FreshCms
let room: Newsroom
let client: Client
const ids: Record<'ylva' | 'sjovik' | 'vatten' | 'bridge', string> = { ylva: '', sjovik: '', vatten: '', bridge: '' }

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  client = createClient({ baseUrl: cms.url })
  ids.sjovik = await room.create('organisation', { name: 'Sjöviks kommun', slug: 'sjovik', kind: 'municipality', translations: [] })
  ids.ylva = await room.create('person', { name: 'Ylva Ström', slug: 'ylva-strom', role: 'ingenjör', organisation: ids.sjovik, translations: [{ language: 'en', role: 'engineer' }] })
  await room.create('person', { name: 'Åke Berg', slug: 'ake-berg' })
  await room.create('person', { name: 'Adam Ek', slug: 'adam-ek' })
  ids.vatten = await room.create('topic', { name: 'Vatten', slug: 'vatten', translations: [{ language: 'en', name: 'Water' }] })
  const article = { title: 'Bron', slug: 'bron', kind: 'essay', authors: [ids.ylva], publisher: ids.sjovik, topics: [ids.vatten], body: body(), commentsOpen: true }
  ids.bridge = await room.create('article', article)
  await room.update('article', ids.bridge, { ...article, title: 'The bridge', slug: 'the-bridge' }, { locale: 'en' })
})
afterAll(async () => cms?.dispose())

describe('people, organisations and topics', () => {
  it('are listed by name, å after z', async () => {
    expect((await client.people.list()).items.map(person => person.name)).toEqual(['Adam Ek', 'Ylva Ström', 'Åke Berg'])
    expect(await client.people.list({ limit: 1, page: 2 })).toMatchObject({ total: 3, items: [{ slug: 'ylva-strom' }], links: { previous: `${cms.url}/api/v1/people?page=1&limit=1` } })
    expect((await client.organisations.list()).items.map(({ slug, articleCount }) => [slug, articleCount])).toEqual([['sjovik', 1]])
  })

  it('speak the language that is asked for', async () => {
    expect(await client.people.bySlug('ylva-strom')).toMatchObject({ role: 'ingenjör', url: 'https://sjovik.example/personer/ylva-strom' })
    expect(await client.people.bySlug('ylva-strom', { language: 'en' })).toMatchObject({ role: 'engineer', url: 'https://sjovik.example/en/people/ylva-strom', articleCount: 1 })
    expect((await client.topics.list({ language: 'en' })).items).toEqual([expect.objectContaining({ name: 'Water' })])
    const answer = await fetch(`${cms.url}/api/v1/organisations/sjovik?language=en`)
    expect([answer.status, answer.headers.get('content-language')]).toEqual([200, 'en'])
  })

  it('choose the articles that name them', async () => {
    for (const query of [{ person: 'ylva-strom' }, { organisation: 'sjovik' }, { topic: 'vatten' }])
      expect((await client.articles.list(query)).items.map(item => item.slug).sort()).toEqual(['bron', 'the-bridge'])
    expect((await client.articles.list({ person: 'adam-ek' })).total).toBe(0)
  })

  it('have moved where the slug is an old one', async () => {
    await room.update('person', ids.ylva, { slug: 'ylva-sjostrom' })
    const answer = await fetch(`${cms.url}/api/v1/people/ylva-strom?language=en`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `${cms.url}/api/v1/people/ylva-sjostrom?language=en`])
    expect((await client.articles.list({ person: 'ylva-strom' })).total).toBe(2)
  })

  it('are told of in the language that there is', async () => {
    const answer = await fetch(`${cms.url}/api/v1/articles/the-bridge`)
    expect([answer.status, answer.headers.get('cache-tag')]).toEqual([404, 'list:articles'])
    expect(await answer.json()).toMatchObject({ detail: 'No public article has this slug in the language "sv". There is one in "en"; ask with language=en.' })
  })

  it.each(['/people/ingen', '/organisations/ylva-strom', '/people/ylva-sjostrom?language=fi', '/topics/vatten', '/people/'])('are not found at %s', async (path) => {
    expect((await fetch(`${cms.url}/api/v1${path}`)).status).toBe(404)
  })
})

describe('a thread', () => {
  const comments: Record<string, string> = {}
  const write = async (name: string, parent: string | null, data: object = {}) => {
    comments[name] = await room.draft('comment', {
      articleId: ids.bridge,
      parentId: parent && comments[parent],
      moderationStatus: 'approved',
      authorName: name,
      bodyText: `${name} skriver <b>så</b>.`,
      writtenAt: '2026-05-01T08:00:00.000Z',
      ...data,
    })
  }
  const outline = (items: Comment[]): unknown => items.map(item => [item.number, item.author.name, outline(item.replies)])

  beforeAll(async () => {
    await write('Agda', null, { isQuestion: true })
    await write('Bo', null)
    await write('Cia', 'Agda')
    await write('Dag', 'Cia')
    await write('Eva', 'Agda', { personId: ids.ylva })
    await write('Fia', null)
    await write('Hemlig', null, { moderationStatus: 'pending', bodyText: 'väntar' })
    await room.call('comment', 'update', { documentId: comments.Cia, data: { moderationStatus: 'hidden', hiddenRule: 'Personangrepp', hiddenAt: '2026-05-02T08:00:00.000Z' } })
  })

  it('is told in its order, every reply under its parent', async () => {
    const thread = await client.articles.comments('bron')
    expect(outline(thread.items)).toEqual([
      ['1', 'Agda', [['1.1', null, [['1.1.1', 'Dag', []]]], ['1.2', 'Eva', []]]],
      ['2', 'Bo', []],
      ['3', 'Fia', []],
    ])
    expect(thread).toMatchObject({ total: 5, rootTotal: 3 })
    expect(thread.items[0]).toMatchObject({ replyCount: 2, isQuestion: true, bodyHtml: '<p>Agda skriver &lt;b&gt;så&lt;/b&gt;.</p>' })
    expect(thread.items[0]?.replies[0]).toMatchObject({ bodyHtml: '', tombstone: { rule: 'Personangrepp', at: '2026-05-02T08:00:00.000Z' }, replyCount: 1 })
    expect(thread.items[0]?.replies[1]?.author).toMatchObject({ isAuthor: true, person: { name: 'Ylva Ström' } })
  })

  it('is paged by root comments', async () => {
    const page = await client.articles.comments('bron', { limit: 2, page: 2 })
    expect(outline(page.items)).toEqual([['3', 'Fia', []]])
    expect(page.links).toMatchObject({ next: null, previous: `${cms.url}/api/v1/articles/bron/comments?page=1&limit=2` })
    expect((await client.articles.comments('bron', { page: 9 })).items).toEqual([])
  })

  it('is one for all languages, and counted on the article', async () => {
    expect((await client.articles.comments('the-bridge', { language: 'en' })).total).toBe(5)
    expect((await client.articles.bySlug('bron')).commentCount).toBe(5)
  })

  it('is told stale by its own tag', async () => {
    const answer = await fetch(`${cms.url}/api/v1/articles/bron/comments`)
    expect(answer.headers.get('cache-tag')?.split(',')).toEqual(expect.arrayContaining([`comments:${ids.bridge}`, `article:${ids.bridge}`, `person:${ids.ylva}`]))
    const etag = answer.headers.get('etag') ?? ''
    expect((await fetch(answer.url, { headers: { 'if-none-match': etag } })).status).toBe(304)
    await write('Gun', 'Bo')
    expect((await fetch(answer.url, { headers: { 'if-none-match': etag } })).status).toBe(200)
  })
})

describe('the changes', () => {
  it('can be followed from the beginning, each once, with where they are and what they make stale', async () => {
    const seen = []
    for await (const page of client.changes.all({ limit: 3 }))
      seen.push(...page.items)
    const rows = await room.log()
    expect(seen.map(change => change.seq)).toEqual(rows.map(row => row.seq))
    expect(seen.find(change => change.type === 'article' && change.language === 'en')).toMatchObject({
      action: 'published',
      id: ids.bridge,
      slug: 'the-bridge',
      version: 1,
      links: { self: `${cms.url}/api/v1/articles/the-bridge?language=en` },
    })
    expect(seen.find(change => change.action === 'comment-hidden')).toMatchObject({
      type: 'comment',
      slug: 'bron',
      language: 'sv',
      version: null,
      tags: expect.arrayContaining([`comments:${ids.bridge}`]),
      links: { self: `${cms.url}/api/v1/articles/bron/comments` },
    })
    expect(seen.find(change => change.type === 'person')).toMatchObject({ language: null, links: { self: expect.stringContaining('/api/v1/people/') } })
  })

  it('say nothing of who made them', async () => {
    const answer = await fetch(`${cms.url}/api/v1/changes`)
    const text = await answer.text()
    for (const row of await room.log())
      expect(text).not.toMatch(new RegExp(`"(?:actor|digest|chain|snapshot)"|"${row.actor}"`))
  })

  it('end where the log ends, and go on from there', async () => {
    const last = await room.lastSeq()
    expect(await client.changes.page({ after: last })).toMatchObject({ items: [], after: last, more: false })
    expect(await client.changes.page({ after: Number.MAX_SAFE_INTEGER })).toMatchObject({ items: [], more: false })
    await room.update('topic', ids.vatten, { name: 'Vattnet' })
    expect((await client.changes.page({ after: last })).items).toEqual([expect.objectContaining({ type: 'topic', tags: expect.arrayContaining([`topic:${ids.vatten}`, 'list:topics', 'list:articles']), links: { self: `${cms.url}/api/v1/topics` } })])
  })
})
