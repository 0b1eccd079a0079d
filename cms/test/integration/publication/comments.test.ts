import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import { commentSchema } from '@klartext/contract'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from './newsroom'

let cms: FreshCms
let room: Newsroom
let author: string
let other: string
let article: string

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  author = await room.create('person', { name: 'Karim Nordin', role: 'handläggare' })
  other = await room.create('person', { name: 'Elin Borg' })
})
afterAll(async () => cms?.dispose())

let number = 0
const newArticle = async (): Promise<string> => room.create('article', { title: `Artikel ${++number}`, kind: 'essay', body: body(), authors: [author] })
const post = (data: object): Promise<string> => room.draft('comment', { articleId: article, bodyText: 'Hej.', authorName: 'Birgitta', ...data })
const approved = (data: object = {}): Promise<string> => post({ moderationStatus: 'approved', ...data })
const decide = (id: string, moderationStatus: string, data: object = {}) => room.save('comment', id, { moderationStatus, ...data })

interface Row { document_id: string, parent_id: string | null, root_id: string, path: string, depth: number, state: string, reply_count: number, json: { data: number[] } }

/** The public thread of the article, each comment checked against the contract with no key beyond it. */
async function thread() {
  const rows = await room.sql<Row>('select * from public_comment where article_id = ? order by path', [article])
  return rows.map((row) => {
    const json = JSON.parse(Buffer.from(row.json.data).toString()) as Record<string, unknown>
    const comment = v.parse(commentSchema, { ...json, replyCount: row.reply_count, replies: [] })
    expect(Object.keys(json).sort()).toEqual(Object.keys(comment).filter(key => key !== 'replies' && key !== 'replyCount').sort())
    expect({ depth: row.path.split('.').length - 1, parent: row.parent_id }).toEqual({ depth: row.depth, parent: comment.parent })
    return { ...comment, root: row.root_id, state: row.state }
  })
}
const comment = async (id: string) => (await thread()).find(found => found.id === id)
const count = async () => (await room.shown('article', article)).commentCount
const actions = async (after: number) => (await room.log(after)).map(row => row.action)

describe('a comment', () => {
  beforeAll(async () => { article = await newArticle() })

  it('waits unseen, gets its number when it is approved, and is counted', async () => {
    const before = await room.lastSeq()
    const first = await post({ bodyText: 'Hur lång tid tar det?\n\nSe https://a.example', isQuestion: true, writtenAt: '2026-04-14T20:41:50.000Z' })
    expect(await room.lastSeq()).toBe(before)
    expect(await thread()).toEqual([])
    await decide(first, 'approved')
    expect(await comment(first)).toMatchObject({
      number: '1',
      parent: null,
      author: { name: 'Birgitta', isAuthor: false, person: null },
      bodyHtml: '<p>Hur lång tid tar det?</p>\n<p>Se <a href="https://a.example" rel="nofollow ugc noopener">https://a.example</a></p>',
      isQuestion: true,
      answeredAt: null,
      createdAt: '2026-04-14T20:41:50.000Z',
      tombstone: null,
      replyCount: 0,
    })
    expect(await room.log(before)).toMatchObject([{ subject_type: 'comment', document_id: first, language: '', slug: null, action: 'comment-approved', tags: `comments:${article},article:${article},list:articles,list:articles:person:${author}` }])
    expect(await count()).toBe(1)
    expect((await room.summary(article)).commentCount).toBe(1)
    expect(await room.call('comment', 'findOne', { documentId: first })).toMatchObject({ path: '0001', depth: 0, rootId: first })
  })
  it('that is saved again unchanged is no news; one that is edited is', async () => {
    const [{ id = '' } = {}] = await thread()
    const before = await room.lastSeq()
    await decide(id, 'approved', { hiddenRule: 'Osynligt' })
    expect(await actions(before)).toEqual([])
    await room.save('comment', id, { bodyText: 'Hur lång tid?' })
    expect(await actions(before)).toEqual(['comment-approved'])
    expect(await comment(id)).toMatchObject({ number: '1', bodyHtml: '<p>Hur lång tid?</p>' })
  })
  it('without a stated time is written now; with none known it has none', async () => {
    const now = await comment(await approved())
    expect(now?.createdAt).toMatch(/^\d{4}-/)
    expect(await comment(await approved({ writtenAt: null, authorName: null }))).toMatchObject({ number: '3', createdAt: null, author: { name: null } })
  })
  it('gets no place from whoever posts it, and a copy waits for a decision', async () => {
    const id = await approved({ path: '0077', depth: 3, rootId: 'x' })
    expect(await comment(id)).toMatchObject({ number: '4' })
    await room.save('comment', id, { path: '0099', depth: 9 })
    expect(await comment(id)).toMatchObject({ number: '4' })
    const before = await room.lastSeq()
    const copy = await room.call('comment', 'clone', { documentId: id, data: {} })
    expect(copy).toMatchObject({ entries: [{ moderationStatus: 'pending', path: null }] })
    expect(await room.lastSeq()).toBe(before)
  })
  it('is deleted with its number for ever gone', async () => {
    const id = await approved()
    const before = await room.lastSeq()
    await room.remove('comment', id)
    expect(await actions(before)).toEqual(['comment-hidden'])
    expect(await comment(id)).toBeUndefined()
    expect(await comment(await approved())).toMatchObject({ number: '6' })
  })
})

describe('replies', () => {
  let question: string
  beforeAll(async () => {
    article = await newArticle()
    question = await approved({ isQuestion: true })
  })

  it('stand below what they answer, down to a fifth level', async () => {
    let parent = question
    const numbers: (string | undefined)[] = []
    for (let level = 0; level < 6; level++) {
      parent = await approved({ parentId: parent })
      numbers.push((await comment(parent))?.number)
    }
    expect(numbers).toEqual(['1.1', '1.1.1', '1.1.1.1', '1.1.1.1.1', '1.1.1.1.2', '1.1.1.1.3'])
    expect((await thread()).map(found => found.replyCount)).toEqual([6, 5, 4, 3, 0, 0, 0])
    expect((await thread()).every(found => found.root === question)).toBe(true)
    expect(await count()).toBe(7)
  })
  it('of people of the site are marked and answer the question', async () => {
    const answer = await approved({ parentId: question, personId: author, authorName: null, writtenAt: '2026-04-15T08:15:00.000Z' })
    expect(await comment(answer)).toMatchObject({ number: '1.2', author: { name: 'Karim Nordin', isAuthor: true, person: { id: author, role: 'handläggare' } } })
    expect(await comment(question)).toMatchObject({ answeredAt: '2026-04-15T08:15:00.000Z' })
    await approved({ parentId: question, personId: other, writtenAt: '2026-04-16T08:15:00.000Z' })
    expect(await comment(question)).toMatchObject({ answeredAt: '2026-04-15T08:15:00.000Z' })
  })
  it.each([
    ['no text', { bodyText: ' ' }, 'bodyText', 'Kommentaren saknar text.'],
    ['no article', { articleId: 'f'.repeat(24) }, 'articleId', 'Artikeln som kommentaren hör till finns inte längre.'],
    ['a parent that is not there', { parentId: 'f'.repeat(24) }, 'parentId', 'Kommentaren som den svarar på är inte publik. Godkänn den först.'],
  ])('are refused with %s', async (_, data, field, message) => {
    const before = await room.readModel()
    const id = await post(data)
    await expect(decide(id, 'approved')).rejects.toMatchObject({ remoteName: 'ValidationError', message: expect.stringContaining(message), details: { errors: [{ path: [field] }] } })
    await expect(approved(data)).rejects.toThrow(message)
    expect(await room.readModel()).toEqual(before)
  })
  it('are refused below a comment that waits, or stands under another article', async () => {
    const waiting = await post({})
    await expect(approved({ parentId: waiting })).rejects.toThrow('är inte publik')
    const elsewhere = await newArticle()
    await expect(room.draft('comment', { articleId: elsewhere, parentId: question, bodyText: 'Hej', moderationStatus: 'approved' })).rejects.toThrow('hör till en annan artikel')
  })
})

describe('hiding', () => {
  let root: string
  let reply: string
  beforeAll(async () => {
    article = await newArticle()
    root = await approved({ personId: other })
    reply = await approved({ parentId: root })
  })

  it('takes a reason', async () => {
    const before = await room.lastSeq()
    await expect(decide(root, 'hidden')).rejects.toThrow('Skriv regeln som kommentaren bröt mot')
    expect(await room.lastSeq()).toBe(before)
  })
  it('leaves a line with the rule, the number and the answers', async () => {
    const before = await room.lastSeq()
    await decide(root, 'hidden', { hiddenRule: 'Personangrepp' })
    expect(await comment(root)).toMatchObject({ number: '1', bodyHtml: '', author: { name: null, person: null, isAuthor: false }, isQuestion: false, tombstone: { rule: 'Personangrepp' }, replyCount: 1 })
    expect(await comment(reply)).toMatchObject({ number: '1.1', parent: root })
    expect(await count()).toBe(1)
    const [row] = await room.log(before)
    expect(row).toMatchObject({ action: 'comment-hidden' })
    expect(JSON.parse(row?.snapshot ?? '')).toEqual({ id: root, type: 'comment', articleId: article, number: '1', rule: 'Personangrepp' })
  })
  it('can be taken back', async () => {
    await decide(root, 'approved')
    expect(await room.call('comment', 'findOne', { documentId: root })).toMatchObject({ hiddenAt: null })
    expect(await comment(root)).toMatchObject({ number: '1', tombstone: null, bodyHtml: '<p>Hej.</p>' })
    expect(await count()).toBe(2)
  })
  it('of any other kind leaves a line only as long as something stands below', async () => {
    await decide(root, 'declined')
    expect(await comment(root)).toMatchObject({ tombstone: { rule: 'declined' } })
    await decide(reply, 'pending')
    expect(await thread()).toEqual([])
    expect(await count()).toBe(0)
    await decide(reply, 'approved')
    expect((await thread()).map(found => [found.number, found.state])).toEqual([['1', 'hidden'], ['1.1', 'approved']])
  })
  it('is the way for a comment that has answers: it can be neither deleted nor moved', async () => {
    await expect(room.remove('comment', root)).rejects.toThrow('Andra har svarat på den. Dölj den i stället')
    await expect(room.save('comment', reply, { parentId: null })).rejects.toThrow('kan inte flyttas')
    await expect(room.save('comment', reply, { articleId: 'f'.repeat(24) })).rejects.toThrow('kan inte flyttas')
  })
  it('of what was never public is no news', async () => {
    const before = await room.lastSeq()
    const id = await post({})
    await decide(id, 'spam')
    await decide(id, 'hidden')
    expect(await room.lastSeq()).toBe(before)
  })
  it('for the law’s sake empties what the log kept, and the log is whole', async () => {
    const id = await approved({ bodyText: 'Mitt personnummer' })
    const before = await room.lastSeq()
    await decide(id, 'erased')
    expect(await actions(before)).toEqual(['redacted'])
    expect(await comment(id)).toBeUndefined()
    const kept = await room.sql<{ snapshot: string | null }>('select snapshot from publication_log where document_id = ? order by seq', [id])
    expect(kept.map(row => row.snapshot)).toEqual([null, '{}'])
    await room.save('comment', id, { hiddenRule: 'På begäran' })
    expect(await actions(before)).toEqual(['redacted'])
    expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
  })
})

describe('a thread follows its article and its people', () => {
  let answer: string
  beforeAll(async () => {
    article = await newArticle()
    answer = await approved({ personId: other })
  })

  it('marks the authors of the article as it is now', async () => {
    expect(await comment(answer)).toMatchObject({ author: { isAuthor: false } })
    const before = await room.lastSeq()
    await room.update('article', article, { authors: [author, other] })
    expect(await comment(answer)).toMatchObject({ author: { isAuthor: true } })
    expect((await room.log(before))[0]?.tags).toContain(`comments:${article}`)
  })
  it('shows a new name, and no person who is not public', async () => {
    const before = await room.lastSeq()
    await room.update('person', other, { name: 'Elin Borg Ek' })
    expect(await comment(answer)).toMatchObject({ author: { person: { name: 'Elin Borg Ek' } } })
    expect((await room.log(before))[0]?.tags).toContain(`comments:${article}`)
    await room.update('article', article, { authors: [author] })
    await room.unpublish('person', other)
    expect(await comment(answer)).toMatchObject({ author: { name: 'Birgitta', person: null, isAuthor: false } })
    await room.publish('person', other)
    expect(await comment(answer)).toMatchObject({ author: { person: { name: 'Elin Borg Ek' } } })
  })
  it('is one for all languages', async () => {
    await room.update('article', article, { title: `English ${number}`, body: body('A text.') }, { locale: 'en' })
    await approved()
    expect(await room.shown('article', article, 'en')).toMatchObject({ commentCount: 2 })
    expect(await count()).toBe(2)
  })
  it('is there again when the article comes back', async () => {
    await room.unpublish('article', article, { locale: '*' })
    await approved()
    await room.publish('article', article)
    expect(await count()).toBe(3)
  })
})

it('leaves a whole log and a read model that a rebuild makes the same', async () => {
  expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
  const before = await room.readModel()
  await cms.run('rebuild')
  expect(await room.readModel()).toEqual(before)
})
