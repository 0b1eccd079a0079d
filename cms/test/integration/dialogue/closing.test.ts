import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import type { Desk } from './moderation-desk'
import { createClient } from '@klartext/client'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from '../publication/newsroom'
import { createDesk } from './moderation-desk'

let cms: FreshCms
let room: Newsroom
let desk: Desk
let before: number

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  desk = createDesk(cms, room)
})
beforeEach(async () => { before = await room.lastSeq() })
afterAll(async () => cms?.dispose())

const daysFromNow = (days: number): string => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString()
const isOpen = async (id: string, language = 'sv') => [(await room.shown('article', id, language)).commentsOpen, (await room.summary(id, language)).commentsOpen]
const news = async () => (await room.log(before)).map(row => [row.action, row.language, row.version])
const preview = async (slug: string) => (await fetch(`${cms.url}/api/v1/articles/${slug}/comments/preview`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ name: 'Bo', text: 'Hej.' }),
})).status

it('an article that was published long ago is closed from its first publication here', async () => {
  const id = await desk.article({ statedPublishedAt: daysFromNow(-31), commentsCloseAfterDays: 30 })
  const { slug } = await room.shown('article', id)
  expect(await isOpen(id)).toEqual([false, false])
  expect(await news()).toEqual([['published', 'sv', 1]])
  expect(await preview(slug)).toBe(403)
  const model = await room.readModel()
  await cms.run('rebuild')
  expect(await room.readModel()).toEqual(model)
})

it('one whose time comes is closed without a publication: in every language, told to caches, and as no new version', async () => {
  const author = await room.create('person', { name: 'Elin Borg' })
  const id = await desk.article({ commentsCloseAfterDays: 30, authors: [author] })
  await room.update('article', id, { title: 'In English', slug: 'in-english', body: body('A text.') }, { locale: 'en' })
  const { slug } = await room.shown('article', id)
  const etag = (await fetch(`${cms.url}/api/v1/articles/${slug}`)).headers.get('etag')
  before = await room.lastSeq()
  expect(await cms.run('closeDue', { now: daysFromNow(29) })).toBe(0)
  expect([await isOpen(id), await news(), await preview(slug)]).toEqual([[true, true], [], 200])

  expect(await cms.run('closeDue', { now: daysFromNow(30.01) })).toBe(1)
  expect([await isOpen(id), await isOpen(id, 'en')]).toEqual([[false, false], [false, false]])
  expect(await news()).toEqual([['comments-closed', 'en', null], ['comments-closed', 'sv', null]])
  expect(await cms.run('closeDue', { now: daysFromNow(30.01) })).toBe(0)
  const answer = await fetch(`${cms.url}/api/v1/articles/${slug}`, { headers: { 'if-none-match': etag ?? '' } })
  expect(answer.status).toBe(200)
  const client = createClient({ baseUrl: cms.url })
  expect((await client.changes.page({ after: before })).items).toMatchObject([
    { action: 'comments-closed', language: 'en', tags: [`article:${id}`, 'list:articles', `list:articles:person:${author}`] },
    { action: 'comments-closed', language: 'sv', slug, version: null },
  ])
  expect((await client.articles.versions(slug)).total).toBe(1)
  expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
})

it('is opened again by whoever takes the number of days away, and what changes alone there makes no version', async () => {
  const id = await desk.article({ statedPublishedAt: daysFromNow(-31), commentsCloseAfterDays: 30 })
  before = await room.lastSeq()
  await room.update('article', id, { commentsCloseAfterDays: 31, commentsModeration: 'post' })
  expect([await isOpen(id), await news()]).toEqual([[false, false], []])
  await room.update('article', id, { commentsCloseAfterDays: null })
  expect([await isOpen(id), await news()]).toEqual([[true, true], [['comments-opened', 'sv', null]]])
  const { slug } = await room.shown('article', id)
  expect(await preview(slug)).toBe(200)
  await room.update('article', id, { commentsOpen: false })
  expect(await isOpen(id)).toEqual([false, false])
})

it('takes nothing from the moment on, whether or not readers are told yet', async () => {
  const id = await desk.article({ commentsCloseAfterDays: 1 })
  const { slug } = await room.shown('article', id)
  await room.sql('update comment_closing set closes_at = ? where article_id = ?', [daysFromNow(-0.001), id])
  expect([await isOpen(id), await preview(slug)]).toEqual([[true, true], 403])
})
