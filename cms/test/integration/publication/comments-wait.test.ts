import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import { createClient } from '@klartext/client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from './newsroom'

let cms: FreshCms
let room: Newsroom
let article: string
let title: string

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
})
let number = 0
beforeEach(async () => {
  title = `Väntan ${++number}`
  article = await room.draft('article', { title, slug: `vantan-${number}`, kind: 'essay', body: body() })
})
// whatever was done, the log is whole and a rebuild makes the same
afterEach(async () => {
  expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
  const before = await room.readModel()
  await cms.run('rebuild')
  expect(await room.readModel()).toEqual(before)
})
afterAll(async () => cms?.dispose())

const approved = (bodyText: string, data: object = {}): Promise<string> => room.draft('comment', { articleId: article, moderationStatus: 'approved', bodyText, authorName: 'Birgitta', ...data })
const decide = (id: string, moderationStatus: string, data: object = {}) => room.save('comment', id, { moderationStatus, ...data })
const news = async (after: number) => (await room.log(after)).map(row => [row.action, row.document_id])
const thread = async () => (await createClient({ baseUrl: cms.url }).articles.comments(`vantan-${number}`)).items
const numbers = async () => (await room.sql<{ path: string, document_id: string, state: string }>('select path, document_id, state from public_comment where article_id = ? order by path', [article])).map(row => [row.path, row.document_id, row.state])
const kept = async () => room.sql('select * from public_total where list_key = ?', [`comment|${article}`])

describe('comments on an article that never was public', () => {
  it('are in no log and no thread, and become public with the article, in the order of the thread', async () => {
    const before = await room.lastSeq()
    const first = await approved('Ett.')
    const second = await approved('Två.')
    const reply = await approved('Ett ett.', { parentId: first })
    const deep = await approved('Ett ett ett.', { parentId: reply })
    const late = await approved('Ett två.', { parentId: first })
    expect([await news(before), await numbers(), await kept()]).toEqual([[], [], []])
    expect(await room.call('comment', 'findOne', { documentId: first })).toMatchObject({ path: null, moderationStatus: 'approved' })

    await room.publish('article', article)
    expect(await news(before)).toEqual([['published', article], ...[first, reply, deep, late, second].map(id => ['comment-approved', id])])
    expect(await numbers()).toEqual([['0001', first, 'approved'], ['0001.0001', reply, 'approved'], ['0001.0001.0001', deep, 'approved'], ['0001.0002', late, 'approved'], ['0002', second, 'approved']])
    expect((await thread()).map(item => [item.number, item.replyCount])).toEqual([['1', 3], ['2', 0]])
    expect(await room.shown('article', article)).toMatchObject({ commentCount: 5 })
  })

  it('are refused as they would be under a public one', async () => {
    await expect(approved(' ')).rejects.toThrow('Kommentaren saknar text.')
    await expect(approved('Hej.', { parentId: 'f'.repeat(24) })).rejects.toThrow('är inte publik. Godkänn den först.')
    const pending = await room.draft('comment', { articleId: article, bodyText: 'Hej.' })
    await expect(approved('Hej.', { parentId: pending })).rejects.toThrow('är inte publik. Godkänn den först.')
  })

  it('that are approved no more stay out, and the replies to them wait until they are', async () => {
    const question = await approved('Fråga?', { isQuestion: true })
    const reply = await approved('Svar.', { parentId: question })
    const other = await approved('Annat.')
    await decide(question, 'pending')
    const before = await room.lastSeq()
    await room.publish('article', article)
    expect(await news(before)).toEqual([['published', article], ['comment-approved', other]])
    await decide(question, 'approved')
    expect(await numbers()).toEqual([['0001', other, 'approved'], ['0002', question, 'approved'], ['0002.0001', reply, 'approved']])
    expect((await news(before)).slice(2)).toEqual([['comment-approved', question], ['comment-approved', reply]])
    expect(await room.shown('article', article)).toMatchObject({ commentCount: 3 })
  })

  it('become public with the first of its languages, and only once', async () => {
    const comment = await approved('Hej.')
    await room.save('article', article, { title: `Waiting ${number}`, body: body('A text.') }, { locale: 'en' })
    const before = await room.lastSeq()
    await room.publish('article', article, { locale: 'en' })
    await room.publish('article', article, { locale: 'sv' })
    expect((await news(before)).filter(([, id]) => id === comment)).toHaveLength(1)
    expect(await room.shown('article', article, 'en')).toMatchObject({ commentCount: 1 })
  })

  it('leave nothing when the publication is refused', async () => {
    await approved('Hej.')
    await room.save('article', article, { title: '' })
    const before = await room.readModel()
    await expect(room.publish('article', article)).rejects.toThrow('kan inte publiceras')
    expect(await room.readModel()).toEqual(before)
  })
})

describe('comments on an article that is public no more', () => {
  it('leave with it and come back with it; what was approved meanwhile comes then', async () => {
    const first = await approved('Ett.')
    await room.publish('article', article)
    const before = await room.lastSeq()
    await room.unpublish('article', article, { locale: '*' })
    const second = await approved('Två.')
    const reply = await approved('Ett ett.', { parentId: first })
    expect([await news(before), await numbers(), await kept()]).toEqual([[['unpublished', article]], [], []])
    await room.publish('article', article)
    expect((await news(before)).slice(1)).toEqual([['published', article], ['comment-approved', reply], ['comment-approved', second]])
    expect(await numbers()).toEqual([['0001', first, 'approved'], ['0001.0001', reply, 'approved'], ['0002', second, 'approved']])
    expect(await room.shown('article', article)).toMatchObject({ commentCount: 3 })
  })

  it('that are hidden, deleted or erased are told of at once: other sites may still show them', async () => {
    const [hidden, deleted, erased, edited] = [await approved('A.'), await approved('B.'), await approved('C.'), await approved('D.')]
    await room.publish('article', article)
    await room.unpublish('article', article, { locale: '*' })
    const before = await room.lastSeq()
    await decide(hidden, 'hidden', { hiddenRule: 'Personangrepp' })
    await room.remove('comment', deleted)
    await decide(erased, 'erased')
    await room.save('comment', edited, { bodyText: 'D, rättad.' })
    expect(await news(before)).toEqual([['comment-hidden', hidden], ['comment-hidden', deleted], ['redacted', erased]])
    expect(await room.sql('select snapshot from publication_log where document_id = ? order by seq', [erased])).toEqual([{ snapshot: null }, { snapshot: '{}' }])
    await room.publish('article', article)
    expect((await news(before)).slice(3)).toEqual([['published', article], ['comment-approved', edited]])
    expect((await thread()).map(item => [item.number, item.tombstone?.rule, item.bodyHtml])).toEqual([['1', 'Personangrepp', ''], ['4', undefined, '<p>D, rättad.</p>']])
    expect(await room.shown('article', article)).toMatchObject({ commentCount: 1 })
  })

  it('stay while one language is public, and go with a withdrawal', async () => {
    await approved('Hej.')
    await room.publish('article', article)
    await room.update('article', article, { title: `Gone ${number}`, body: body('A text.') }, { locale: 'en' })
    await room.unpublish('article', article, { locale: 'en' })
    expect(await numbers()).toHaveLength(1)
    await cms.run('withdraw', { documentId: article, language: 'sv', notice: 'Fel i sak.' })
    expect([await numbers(), await kept()]).toEqual([[], []])
    const before = await room.lastSeq()
    await room.publish('article', article)
    expect(await news(before)).toEqual([['published', article]])
    expect(await thread()).toHaveLength(1)
  })

  it('go when it is deleted', async () => {
    await approved('Hej.')
    await room.publish('article', article)
    await room.remove('article', article, { locale: '*' })
    expect([await numbers(), await kept()]).toEqual([[], []])
  })
})
