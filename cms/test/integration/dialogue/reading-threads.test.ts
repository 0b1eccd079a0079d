import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import type { Desk } from './moderation-desk'
import { createClient } from '@klartext/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { createNewsroom } from '../publication/newsroom'
import { createDesk } from './moderation-desk'

let cms: FreshCms
let room: Newsroom
let desk: Desk
let client: ReturnType<typeof createClient>

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  desk = createDesk(cms, room)
  client = createClient({ baseUrl: cms.url })
})
afterAll(async () => cms?.dispose())

const status = async (path: string): Promise<number> => (await fetch(`${cms.url}/api/v1${path}`)).status

describe('a comment with many replies', () => {
  let slug: string
  let root: string
  let deep: string
  const replies: string[] = []
  beforeAll(async () => {
    const article = await desk.article()
    slug = (await room.shown('article', article)).slug
    root = await desk.comment(article, { moderationStatus: 'approved' })
    for (let number = 0; number < 104; number++)
      replies.push(await desk.comment(article, { moderationStatus: 'approved', parentId: root }))
    deep = await desk.comment(article, { moderationStatus: 'approved', parentId: replies[1], language: 'en' })
    await room.save('comment', replies[103] ?? '', { moderationStatus: 'hidden', hiddenRule: 'hate' })
  }, 120_000)

  it('carries the first hundred below it, each after what it answers, and tells of all', async () => {
    const { items: [shown], total, rootTotal } = await client.articles.comments(slug)
    expect([total, rootTotal, shown?.replyCount]).toEqual([105, 1, 104])
    expect(shown?.replies.map(reply => reply.id)).toEqual(replies.slice(0, 99))
    expect(shown?.replies[1]?.replies).toMatchObject([{ id: deep, number: '1.2.1', language: 'en' }])
  })

  it('is paged by its direct replies, tombstones included, each with what is below it', async () => {
    const page = await client.articles.comments(slug, { parent: root, limit: 50, page: 3 })
    expect(page.items.map(item => [item.id, item.number, item.tombstone?.rule])).toEqual(replies.slice(100).map((id, index) => [id, `1.${101 + index}`, index === 3 ? 'hate' : undefined]))
    expect(page).toMatchObject({ total: 104, rootTotal: 104, links: { next: null, previous: `${cms.url}/api/v1/articles/${slug}/comments?parent=${root}&page=2&limit=50` } })
    const first = await client.articles.comments(slug, { parent: root, limit: 2 })
    expect(first.items[1]).toMatchObject({ replyCount: 1, replies: [{ id: deep }] })
    expect((await client.articles.comments(slug, { parent: deep })).items).toEqual([])
  })

  it('is one comment at its own address, without what is below it', async () => {
    expect(await client.comments.byId(root)).toMatchObject({ id: root, number: '1', replyCount: 104, replies: [] })
    expect(await client.comments.byId(replies[103] ?? '')).toMatchObject({ tombstone: { rule: 'hate' }, bodyHtml: '' })
  })

  it('leads nowhere where it does not belong', async () => {
    const other = (await room.shown('article', await desk.article())).slug
    expect(await status(`/articles/${other}/comments?parent=${root}`)).toBe(404)
    expect(await status(`/articles/${slug}/comments?parent=${'f'.repeat(24)}`)).toBe(404)
    expect(await status(`/articles/${slug}/comments?parent=x`)).toBe(400)
    expect(await status(`/comments/${'f'.repeat(24)}`)).toBe(404)
    expect(await status('/comments/x')).toBe(404)
    expect(await status(`/comments/${root}?language=sv`)).toBe(400)
  })
})

describe('the questions of a thread', () => {
  it('are counted as they become public, are answered, and go', async () => {
    const article = await desk.article()
    const { slug } = await room.shown('article', article)
    const person = await room.create('person', { name: 'Karim Nordin' })
    const questions = async () => Object.values((await client.articles.comments(slug)).questions)
    const first = await desk.comment(article, { isQuestion: true })
    expect(await questions()).toEqual([0, 0])
    await room.save('comment', first, { moderationStatus: 'approved' })
    const second = await desk.comment(article, { isQuestion: true, moderationStatus: 'approved' })
    expect(await questions()).toEqual([2, 0])
    const answer = await desk.comment(article, { parentId: second, personId: person, moderationStatus: 'approved' })
    expect(await questions()).toEqual([2, 1])
    const better = await desk.comment(article, { parentId: second, personId: person, moderationStatus: 'approved' })
    // the next answer stands in for one that goes; the last one leaves the question open
    await room.save('comment', answer, { moderationStatus: 'withdrawn' })
    expect(await questions()).toEqual([2, 1])
    await room.remove('comment', better)
    expect(await questions()).toEqual([2, 0])
    await room.save('comment', first, { isQuestion: false })
    await room.save('comment', second, { moderationStatus: 'hidden', hiddenRule: 'hate' })
    expect(await questions()).toEqual([0, 0])
    const before = await room.readModel()
    await cms.run('rebuild')
    expect(await room.readModel()).toEqual(before)
  })
})
