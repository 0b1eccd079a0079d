import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import { articleSchema, threadSchema } from '@klartext/contract'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { createNewsroom } from '../publication/newsroom'

/*
 * What measurements are made on must be what publishing makes: a site that was loaded passes for one that was written.
 */
let cms: FreshCms
let room: Newsroom
beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  await cms.run('loadSite', { articles: 60, each: 10 })
})
afterAll(async () => cms?.dispose())

const get = async (path: string): Promise<unknown> => (await fetch(`${cms.url}/api/v1${path}`)).json()

it('has a log that verifies, with every article and every public comment', async () => {
  expect(await cms.run('verifyLog')).toEqual({ rows: 22 + 60 + 540, ok: true })
})

it('is what a rebuild makes of its log and its comments, byte for byte', async () => {
  const loaded = await room.readModel()
  expect(loaded.public_comment).toHaveLength(540)
  await cms.run('rebuild')
  expect(await room.readModel()).toEqual(loaded)
})

it('answers what the contract says', async () => {
  const article = v.parse(articleSchema, await get('/articles/artikel-0000041'))
  expect(article).toMatchObject({ title: 'Artikel 0000041', version: 1, commentCount: 10 })
  const thread = v.parse(threadSchema, await get('/articles/artikel-0000041/comments'))
  expect(thread).toMatchObject({ total: 10, rootTotal: 5 })
  expect(await get('/articles')).toMatchObject({ total: 60 })
  expect(await get(`/people/${article.authors[0]?.slug}`)).toMatchObject({ articleCount: 6 })
})

it('holds in Strapi what the read model shows: publishing it again changes nothing, and a change makes a second version', async () => {
  const { id } = v.parse(articleSchema, await get('/articles/artikel-0000041'))
  const before = await room.lastSeq()
  await room.publish('article', id)
  expect(await room.lastSeq()).toBe(before)
  await room.update('article', id, { title: 'Artikel 41, rättad' })
  expect(await room.shown('article', id)).toMatchObject({ title: 'Artikel 41, rättad', version: 2, slug: 'artikel-0000041' })
  expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
})

it('goes on where it ends: a new article and a new comment have a place', async () => {
  const id = await room.create('article', { title: 'Helt ny', kind: 'essay', body: [{ __component: 'body.text', text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Text.' }] }] }] })
  expect(await room.shown('article', id)).toMatchObject({ version: 1 })
  const loaded = v.parse(articleSchema, await get('/articles/artikel-0000042'))
  await room.create('comment', { articleId: loaded.id, authorName: 'Kim', bodyText: 'Sist.', moderationStatus: 'approved', language: 'sv' })
  const thread = v.parse(threadSchema, await get('/articles/artikel-0000042/comments'))
  expect(thread.items.at(-1)).toMatchObject({ number: '6', bodyHtml: '<p>Sist.</p>' })
})
