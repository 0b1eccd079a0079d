import type { FreshCms } from '../../harness/fresh-cms'
import type { Desk } from './intake-desk'
import { randomUUID } from 'node:crypto'
import { commentReceiptSchema } from '@klartext/contract'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { createDesk, newAddress, plain } from './intake-desk'

let cms: FreshCms
let desk: Desk
beforeAll(async () => {
  cms = await freshCms()
  desk = createDesk(cms)
})
afterAll(async () => cms?.dispose())

describe('a comment', () => {
  it('is previewed, sent in under the preview\'s token, and waits', async () => {
    const id = await desk.article('forhandsvisad')
    const input = { ...plain, name: ' Oskar \u202E', text: 'Hej!\r\n\r\n\r\n\r\n\r\nSe https://a.example/b?', email: 'oskar@exempel.example' }
    const preview = await desk.client.articles.previewComment('forhandsvisad', input)
    expect(preview).toMatchObject({
      name: 'Oskar',
      bodyHtml: '<p>Hej!</p>\n<p>Se <a href="https://a.example/b" rel="nofollow ugc noopener">https://a.example/b</a>?</p>',
      moderation: 'pre',
      parent: null,
    })
    expect(await desk.comments(id)).toEqual([])
    const receipt = await desk.client.articles.writeComment('forhandsvisad', input, { idempotencyKey: preview.token })
    expect(receipt).toMatchObject({ status: 'pending', number: null, links: { article: 'https://sjovik.example/artiklar/forhandsvisad' } })
    expect(await desk.comments(id)).toMatchObject([{ document_id: receipt.id, moderation_status: 'pending', author_name: 'Oskar', body_text: 'Hej!\n\n\nSe https://a.example/b?', language: 'sv' }])
    expect(await desk.client.articles.writeComment('forhandsvisad', input, { idempotencyKey: preview.token })).toEqual(receipt)
    const letters = await desk.room.sql<{ kind: string, language: string, data: string }>('select * from letter')
    expect(letters).toMatchObject([{ kind: 'comment-received', language: 'sv' }])
    expect(JSON.stringify(letters)).not.toContain('exempel')
  })

  it('answers a public comment', async () => {
    const id = await desk.article('tradad')
    const root = await desk.room.create('comment', { articleId: id, authorName: 'Birgitta', bodyText: 'Ett.', moderationStatus: 'approved' })
    const reply = await desk.send('tradad', { ...plain, parent: root, language: 'en', isQuestion: true })
    expect(reply.status).toBe(202)
    expect(await desk.comments(id)).toMatchObject([{ document_id: root }, { parent_id: root, path: null, language: 'en' }])
    const preview = await desk.client.articles.previewComment('tradad', { ...plain, parent: root })
    expect(preview.parent).toEqual({ id: root, number: '1', name: 'Birgitta' })
  })

  it('is shown at once where the article looks at comments afterwards, unless something about it is suspect', async () => {
    const id = await desk.article('direkt', { commentsModeration: 'post' })
    const preview = await desk.client.articles.previewComment('direkt', plain)
    expect(preview.moderation).toBe('post')
    const sent = await Promise.all([
      desk.send('direkt', { name: 'Oskar', text: 'När öppnar badet i sommar?' }),
      desk.send('direkt', { name: 'Oskar', text: 'Kolla https://a.example' }),
      desk.send('direkt', { name: 'Oskar', text: 'Köp mer.', homepage: 'x' }),
    ])
    expect(sent.map(reply => reply.json)).toMatchObject([{ status: 'approved', number: '1' }, { status: 'pending', number: null }, { status: 'pending', number: null }])
    expect((await desk.comments(id)).map(row => row.moderation_status).sort()).toEqual(['approved', 'pending', 'spam'])
    expect(await desk.client.articles.comments('direkt')).toMatchObject({ total: 1, items: [{ number: '1', isQuestion: true, bodyHtml: '<p>När öppnar badet i sommar?</p>' }] })
  })

  it('comes too late where the article closed some days after its publication', async () => {
    await desk.article('forbi', { commentsCloseAfterDays: 1, statedPublishedAt: '2020-05-01T10:00:00.000Z' })
    expect(desk.problem(await desk.send('forbi', plain))).toMatchObject({ status: 403, type: 'https://sjovik.example/api#problem-comments-closed' })
  })

  it('tells nobody its sender\'s addresses', async () => {
    const id = await desk.article('hemlig')
    await desk.post('/articles/hemlig/comments', { json: { ...plain, email: 'Kanarie@Hemlig.example' }, headers: { 'idempotency-key': randomUUID(), ...desk.as('203.0.113.77') } })
    const [{ document_id } = { document_id: '' }] = await desk.comments(id)
    await desk.room.save('comment', document_id, { moderationStatus: 'approved' })
    const answers = await Promise.all(['articles/hemlig', 'articles/hemlig/comments', 'articles', 'changes?limit=100'].map(async path => (await fetch(`${cms.url}/api/v1/${path}`)).text()))
    expect(answers[1]).toContain('Oskar')
    const kept = await Promise.all(['comments', 'comment_submission', 'commenter', 'letter', 'comment_rate', 'moderation_ledger', 'publication_log'].map(async table => JSON.stringify(await desk.room.sql(`select * from ${table}`))))
    for (const text of [...answers, ...kept, cms.output()])
      expect(text).not.toMatch(/kanarie|hemlig\.example|203\.0\.113/i)
  })

  it('is taken under an old slug and under the slug of another language', async () => {
    const id = await desk.article('forr')
    await desk.room.update('article', id, { slug: 'nu' })
    await desk.room.update('article', id, { title: 'Now', slug: 'now', kind: 'essay', body: [{ __component: 'body.text', text: [{ type: 'paragraph', children: [{ type: 'text', text: 'A text.' }] }] }] }, { locale: 'en' })
    for (const [slug, text] of [['forr', 'Ett'], ['nu', 'Två'], ['now', 'Three']] as const)
      expect(await desk.send(slug, { ...plain, text })).toMatchObject({ status: 202, json: { links: { article: `https://sjovik.example/${slug === 'now' ? 'en/articles/now' : 'artiklar/nu'}` } } })
    expect(await desk.comments(id)).toHaveLength(3)
  })
})

describe('one comment stays one', () => {
  it('of twenty that come in at once under one key', async () => {
    const id = await desk.article('samtidigt')
    const [key, address] = [randomUUID(), newAddress()]
    const replies = await Promise.all(Array.from({ length: 20 }, () => desk.send('samtidigt', plain, { key, address })))
    expect(replies.map(reply => reply.status)).toEqual(Array.from({ length: 20 }).fill(202))
    expect(new Set(replies.map(reply => JSON.stringify(reply.json))).size).toBe(1)
    expect(await desk.comments(id)).toHaveLength(1)
  })

  it('of the same text from the same sender under many keys, and each is as good as the first', async () => {
    const id = await desk.article('tvilling')
    const address = newAddress()
    const first = await desk.send('tvilling', plain, { address })
    const again = await Promise.all(Array.from({ length: 3 }, () => desk.send('tvilling', { ...plain, text: `${plain.text}\r\n` }, { address })))
    expect(again.map(reply => reply.json)).toEqual([first.json, first.json, first.json])
    expect(await desk.comments(id)).toHaveLength(1)
    await desk.send('tvilling', plain)
    await desk.send('tvilling', { ...plain, email: 'a@b.example' }, { address })
    expect(await desk.comments(id)).toHaveLength(3)
  })

  it('of a key that was used for another text', async () => {
    const id = await desk.article('krock')
    const [key, address] = [randomUUID(), newAddress()]
    await desk.send('krock', plain, { key, address })
    const other = await desk.send('krock', { ...plain, text: 'Något annat.' }, { key, address })
    expect(other.status).toBe(422)
    expect(desk.problem(other)).toMatchObject({ type: 'https://sjovik.example/api#problem-idempotency-conflict' })
    expect(await desk.comments(id)).toHaveLength(1)
  })

  it('also after the article has closed', async () => {
    const id = await desk.article('stangd')
    const [key, address] = [randomUUID(), newAddress()]
    const first = await desk.send('stangd', plain, { key, address })
    expect(v.is(commentReceiptSchema, first.json)).toBe(true)
    await desk.room.update('article', id, { commentsOpen: false })
    expect(await desk.send('stangd', plain, { key, address })).toMatchObject({ status: 202, json: first.json })
    const late = await desk.send('stangd', { ...plain, text: 'För sent.' })
    expect(late.status).toBe(403)
    expect(desk.problem(late).type).toBe('https://sjovik.example/api#problem-comments-closed')
    expect(await desk.post('/articles/stangd/comments/preview', { json: plain })).toMatchObject({ status: 403 })
    expect(await desk.comments(id)).toHaveLength(1)
  })
})
