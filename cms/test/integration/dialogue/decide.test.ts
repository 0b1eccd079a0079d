import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import type { Desk } from './moderation-desk'
import { createClient } from '@klartext/client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read, signInAs } from '../../harness/admin-session'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from '../publication/newsroom'
import { createDesk } from './moderation-desk'

let cms: FreshCms
let room: Newsroom
let desk: Desk
let moderator: AdminSession
let editor: AdminSession
let person: string
let organisation: string
let article: string

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  desk = createDesk(cms, room)
  moderator = await signInAs(cms, 'klartext-moderator')
  editor = await signInAs(cms, 'strapi-editor')
  organisation = await room.create('organisation', { name: 'Sjöviks kommun', kind: 'municipality' })
  person = await room.create('person', { name: 'Karim Nordin', role: 'handläggare', organisation })
})
beforeEach(async () => { article = await desk.article({ publisher: organisation, authors: [person] }) })
afterAll(async () => cms?.dispose())

const thread = async () => (await createClient({ baseUrl: cms.url }).articles.comments((await room.shown('article', article)).slug)).items
const status = async (id: string) => (await room.call('comment', 'findOne', { documentId: id })) as Record<string, unknown>
/** How much the classifier has learnt from moderators. */
const learnt = async () => {
  const [row] = await room.sql<{ spam: number, honest: number }>('select coalesce(sum(spam), 0) as spam, coalesce(sum(honest), 0) as honest from spam_feature')
  return { spam: Number(row?.spam), honest: Number(row?.honest) }
}
const message = (answer: { body: unknown }) => read(answer.body, 'error', 'message')

describe('each decision', () => {
  it('approves: shown, in its queue, in the ledger, and told to the sender', async () => {
    const id = await desk.comment(article)
    await desk.address(id, 'sven@exempel.example')
    const answer = await desk.decide(moderator, id, 'approve')
    expect(answer).toMatchObject({ status: 200, body: { item: { id, status: 'approved', number: '1', decidedBy: 'klartext-moderator', hasEmail: true, revision: 2, name: 'Birgitta', language: 'sv', article: { id: article, path: expect.stringMatching(/^\/artiklar\/artikel-/) } } } })
    expect((await thread()).map(item => item.id)).toEqual([id])
    expect(await desk.ledger(id)).toMatchObject([
      { event: 'received', organisation_id: organisation },
      { event: 'approved', organisation_id: organisation, actor: expect.stringMatching(/^admin:\d+$/) },
    ])
    expect(await desk.letters(id)).toEqual([{ kind: 'comment-approved', data: expect.objectContaining({ commentId: id }) }])
  })

  it('declines by a rule with a message: nothing of it is public anywhere', async () => {
    const id = await desk.comment(article, { bodyText: 'Hemlighetsfullt skräddartal.', authorName: 'Namnlöse Ture' })
    await desk.address(id, 'ture@exempel.example')
    const before = await room.lastSeq()
    expect(await desk.decide(moderator, id, 'decline')).toMatchObject({ status: 400, body: { error: { message: 'Beslutet är inte fattat. Välj regeln som kommentaren bryter mot.' } } })
    expect(await desk.decide(moderator, id, 'decline', { rule: 'off-topic', message: 'Skriv om vägen i stället.' })).toMatchObject({ status: 200, body: { item: { status: 'declined' } } })
    expect(await desk.ledger(id)).toMatchObject([{ event: 'received' }, { event: 'declined', rule: 'off-topic' }])
    expect(await desk.letters(id)).toMatchObject([{ kind: 'comment-declined', data: { rule: 'off-topic', message: 'Skriv om vägen i stället.' } }])
    expect(read(await desk.detail(moderator, id), 'message')).toBe('Skriv om vägen i stället.')
    expect(await room.lastSeq()).toBe(before)
    const { slug } = await room.shown('article', article)
    for (const path of [`/articles/${slug}`, `/articles/${slug}/comments`, `/articles/${slug}/comments?parent=${id}`, `/comments/${id}`, '/articles', '/changes?limit=100', '/openness', `/articles/${slug}/versions`])
      expect(await (await fetch(`${cms.url}/api/v1${path}`)).text(), path).not.toMatch(/skräddartal|Namnlöse Ture|ture@/)
    expect((await fetch(`${cms.url}/api/v1/comments/${id}`)).status).toBe(404)
    expect(JSON.stringify(await room.log())).not.toMatch(/skräddartal|Namnlöse Ture/)
  })

  it('hides what was public by a rule: a line stays with it, and the replies stay', async () => {
    const id = await desk.comment(article)
    await desk.address(id, 'sven@exempel.example')
    await desk.decide(moderator, id, 'approve')
    const reply = await desk.comment(article, { parentId: id })
    await desk.decide(moderator, reply, 'approve')
    expect(message(await desk.decide(editor, id, 'hide'))).toContain('Välj regeln')
    expect((await desk.decide(editor, id, 'hide', { rule: 'personal-attack', message: 'Du hotade.' })).status).toBe(200)
    expect(await thread()).toMatchObject([{ id, bodyHtml: '', tombstone: { rule: 'personal-attack' }, replyCount: 1, replies: [{ id: reply, number: '1.1', tombstone: null }] }])
    expect((await desk.ledger(id)).at(-1)).toMatchObject({ event: 'hidden', rule: 'personal-attack' })
    expect((await desk.letters(id)).map(letter => letter.kind)).toEqual(['comment-approved', 'comment-hidden'])
  })

  it('marks spam, which teaches, and is told to nobody', async () => {
    const id = await desk.comment(article)
    await desk.address(id, 'sven@exempel.example')
    const before = await learnt()
    expect((await desk.decide(moderator, id, 'spam')).status).toBe(200)
    expect(await status(id)).toMatchObject({ moderationStatus: 'spam' })
    expect(await desk.letters(id)).toEqual([])
    const taught = await learnt()
    expect([taught.spam > before.spam, taught.honest]).toEqual([true, before.honest])
    await desk.decide(moderator, id, 'undo')
    expect(await learnt()).toEqual(before)
    await desk.decide(moderator, id, 'approve')
    expect((await learnt()).honest).toBeGreaterThan(before.honest)
    expect(await desk.events(id)).toEqual(['received', 'spam', 'restored', 'approved'])
  })

  it.each([
    ['approve', {}, 'pending', ['received', 'approved', 'restored']],
    ['decline', { rule: 'hate' }, 'pending', ['received', 'declined', 'restored']],
  ])('undoes to %s', async (action, rest, expected, events) => {
    const id = await desk.comment(article)
    await desk.decide(moderator, id, action, rest)
    expect((await desk.decide(moderator, id, 'undo')).body).toMatchObject({ item: { status: expected, decidedBy: null, decidedAt: null } })
    expect(await desk.events(id)).toEqual(events)
    const ledger = await desk.ledger(id)
    expect(ledger[2]?.undoes).toBe(ledger[1]?.seq)
    expect(read(await desk.detail(moderator, id), 'message')).toBeNull()
    expect(await thread()).toEqual([])
  })

  it('undoes a hiding: what readers saw is shown again under its number', async () => {
    const id = await desk.comment(article)
    await desk.decide(moderator, id, 'approve')
    await desk.decide(moderator, id, 'hide', { rule: 'hate' })
    expect((await desk.decide(moderator, id, 'undo')).body).toMatchObject({ item: { status: 'approved', number: '1' } })
    expect(await thread()).toMatchObject([{ id, tombstone: null }])
    expect(await desk.events(id)).toEqual(['received', 'approved', 'hidden', 'restored'])
  })

  it('undoes a mark as spam: what readers saw is shown again under its number, and nothing is learnt of it', async () => {
    const id = await desk.comment(article)
    await desk.decide(moderator, id, 'approve')
    const before = await learnt()
    await desk.decide(moderator, id, 'spam')
    expect(await thread()).toEqual([])
    expect((await desk.decide(moderator, id, 'undo')).body).toMatchObject({ item: { status: 'approved', number: '1' } })
    expect(await thread()).toMatchObject([{ id, tombstone: null }])
    expect(await learnt()).toEqual(before)
  })

  it('keeps no sign in a message that no database keeps', async () => {
    const id = await desk.comment(article)
    expect((await desk.decide(moderator, id, 'decline', { rule: 'hate', message: 'Skriv\u0000 om saken.\r\n\u202EInte så.' })).status).toBe(200)
    expect(await desk.detail(moderator, id)).toMatchObject({ message: 'Skriv om saken.\nInte så.' })
  })

  it('changes what is a question, as long as it can be answered', async () => {
    const id = await desk.comment(article)
    await desk.decide(moderator, id, 'approve')
    const reply = await desk.comment(article, { parentId: id, personId: person, authorName: null, moderationStatus: 'approved' })
    expect((await desk.decide(moderator, id, 'question')).body).toMatchObject({ item: { isQuestion: true, answeredAt: (await status(reply)).writtenAt } })
    expect((await thread())[0]).toMatchObject({ isQuestion: true })
    expect(message(await desk.decide(moderator, id, 'question'))).toContain('Den är redan märkt som fråga.')
    await desk.decide(moderator, id, 'no-question')
    expect(await desk.events(id)).toEqual(['received', 'approved', 'question', 'asked', 'answered', 'no-question', 'unanswered', 'unasked'])
  })

  it.each<[string, string, Record<string, unknown>, string]>([
    ['approved', 'approve', {}, 'Kommentaren är godkänd.'],
    ['approved', 'decline', { rule: 'hate' }, 'Kommentaren är godkänd.'],
    ['pending', 'hide', { rule: 'hate' }, 'Kommentaren väntar på ett beslut.'],
    ['pending', 'undo', {}, 'Kommentaren väntar på ett beslut.'],
    ['withdrawn', 'approve', {}, 'Avsändaren har tagit tillbaka kommentaren.'],
    ['erased', 'undo', {}, 'Kommentaren är raderad.'],
    ['spam', 'question', {}, 'Kommentaren är märkt som skräppost.'],
  ])('is refused where it makes no sense: %s → %s', async (moderationStatus, action, rest, sentence) => {
    const id = await desk.comment(article, { moderationStatus })
    const before = await desk.ledger()
    const answer = await desk.decide(moderator, id, action, rest)
    expect([answer.status, message(answer)]).toEqual([400, expect.stringContaining(sentence)])
    expect(await desk.ledger()).toEqual(before)
  })

  it.each([
    ['an unknown action', { expected: 1, action: 'delete' }],
    ['an unknown rule', { expected: 1, action: 'decline', rule: 'boring' }],
    ['no revision', { action: 'approve' }],
    ['what nobody asked for', { expected: 1, action: 'approve', bodyText: 'x' }],
  ])('is refused with %s', async (_, body) => {
    const id = await desk.comment(article)
    const answer = await moderator.request('POST', `/klartext/moderation/comments/${id}/decide`, body)
    expect([answer.status, message(answer)]).toEqual([400, expect.stringContaining('kan inte användas')])
  })

  it('is refused on what is not there', async () => {
    const answer = await moderator.request('POST', `/klartext/moderation/comments/${'x'.repeat(24)}/decide`, { expected: 1, action: 'approve' })
    expect([answer.status, message(answer)]).toEqual([404, 'Kommentaren finns inte längre.'])
  })

  it('is refused where it would stand nowhere, and leaves nothing', async () => {
    const waiting = await desk.comment(article)
    const id = await desk.comment(article, { parentId: waiting })
    const answer = await desk.decide(moderator, id, 'approve')
    expect([answer.status, message(answer)]).toEqual([400, expect.stringContaining('Godkänn den först.')])
    expect(await desk.events(id)).toEqual(['received'])
  })
})

describe('an answer', () => {
  it('that is given while the article is away is told when it comes back, once', async () => {
    const away = await room.create('article', { kind: 'essay', title: 'Kajen', slug: 'kajen', commentsOpen: true, body: body() })
    const id = await desk.comment(away, { isQuestion: true })
    await desk.address(id, 'kajen@exempel.example')
    await desk.decide(moderator, id, 'approve')
    await room.unpublish('article', away)
    const answer = await desk.answer(moderator, id, person, 'I maj.')
    expect(answer).toMatchObject({ status: 200 })
    expect((await desk.letters(id)).map(({ kind }) => kind)).not.toContain('comment-answered')
    await room.publish('article', away)
    const told = () => desk.letters(id).then(letters => letters.filter(({ kind }) => kind === 'comment-answered'))
    expect(await told()).toMatchObject([{ data: { commentId: id, answerId: String(read(answer.body, 'answer', 'id')) } }])
    await room.unpublish('article', away)
    await room.publish('article', away)
    expect(await told()).toHaveLength(1)
  })

  it('is public at once as a person of the site, and the question has its answer', async () => {
    const id = await desk.comment(article, { isQuestion: true, writtenAt: new Date(Date.now() - 90 * 60_000).toISOString() })
    await desk.address(id, 'fraga@exempel.example')
    await desk.decide(moderator, id, 'approve')
    expect((await desk.queue(moderator, 'questions')).map(item => read(item, 'id'))).toContain(id)
    const answers = read(await desk.detail(moderator, id), 'answerers')
    expect(answers).toEqual([{ id: person, name: 'Karim Nordin', role: 'handläggare', organisation: 'Sjöviks kommun' }])
    const answer = await desk.answer(moderator, id, person, 'I april.')
    expect(answer).toMatchObject({ status: 200, body: { item: { id, answeredAt: expect.any(String), isOverdue: false }, answer: { name: 'Karim Nordin', text: 'I april.', number: '1.1', parent: { number: '1', name: 'Birgitta' } } } })
    expect(await thread()).toMatchObject([{ id, answeredAt: expect.any(String), replies: [{ author: { isAuthor: true, name: 'Karim Nordin' }, bodyHtml: '<p>I april.</p>' }] }])
    expect((await desk.queue(moderator, 'questions')).map(item => read(item, 'id'))).not.toContain(id)
    expect(await desk.events(id)).toEqual(['received', 'question', 'approved', 'asked', 'answered'])
    expect((await desk.ledger(id)).at(-1)).toMatchObject({ minutes: 90, actor: expect.stringMatching(/^admin:/) })
    const answerId = String(read(answer.body, 'answer', 'id'))
    expect(await desk.events(answerId)).toEqual(['written'])
    expect(await desk.letters(id)).toMatchObject([{ kind: 'comment-approved' }, { kind: 'comment-answered', data: { commentId: id, answerId } }])
    const { questions } = await createClient({ baseUrl: cms.url }).articles.comments((await room.shown('article', article)).slug)
    expect(questions).toEqual({ total: 1, answered: 1 })

    await desk.decide(moderator, answerId, 'undo')
    expect((await desk.queue(moderator, 'questions')).map(item => read(item, 'id'))).toContain(id)
    expect((await desk.events(id)).at(-1)).toBe('unanswered')
  })

  it('approves what waited', async () => {
    const id = await desk.comment(article, { isQuestion: true })
    expect((await desk.answer(moderator, id, person, 'Ja.')).status).toBe(200)
    expect(await thread()).toMatchObject([{ id, replies: [{ bodyHtml: '<p>Ja.</p>' }] }])
  })

  it.each<[string, string, () => string, string]>([
    ['no text', ' ', () => person, 'Skriv ett svar.'],
    ['too much text', 'a'.repeat(5001), () => person, 'högst 5000 tecken'],
    ['nobody of the site', 'Ja.', () => 'f'.repeat(24), 'Välj en person som har en publik sida.'],
  ])('is refused with %s', async (_, text, personId, sentence) => {
    const id = await desk.comment(article, { isQuestion: true })
    const answer = await desk.answer(moderator, id, personId(), text)
    expect([answer.status, message(answer)]).toEqual([400, expect.stringContaining(sentence)])
    expect(await status(id)).toMatchObject({ moderationStatus: 'pending' })
  })
})

describe('two moderators', () => {
  it('on one comment: the second is told who did what, and when', async () => {
    const id = await desk.comment(article)
    const seen = await desk.revisionOf(id)
    await desk.decide(editor, id, 'decline', { rule: 'hate' })
    const answer = await moderator.request('POST', `/klartext/moderation/comments/${id}/decide`, { expected: seen, action: 'approve' })
    expect(answer).toMatchObject({ status: 409, body: { error: { message: expect.stringMatching(/^strapi-editor avböjde kommentaren \d+ \S+ .*\d\d:\d\d\. Kommentaren är avböjd\./), details: { by: 'strapi-editor', status: 'declined', at: expect.stringMatching(/^\d{4}-.*Z$/) } } } })
    expect(await status(id)).toMatchObject({ moderationStatus: 'declined' })
    const late = await moderator.request('POST', `/klartext/moderation/comments/${id}/answer`, { expected: seen, personId: person, text: 'Ja.' })
    expect(late.status).toBe(409)
  })

  it('at the same moment: one of them decides', async () => {
    const id = await desk.comment(article)
    const expected = await desk.revisionOf(id)
    const answers = await Promise.all([moderator, editor].map(session => session.request('POST', `/klartext/moderation/comments/${id}/decide`, { expected, action: 'approve' })))
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
    expect(await desk.events(id)).toEqual(['received', 'approved'])
  })

  it('decide on many, each for itself', async () => {
    const ids = [await desk.comment(article), await desk.comment(article), await desk.comment(article)]
    const items = await Promise.all(ids.map(async id => ({ id, expected: await desk.revisionOf(id) })))
    await desk.decide(editor, ids[1] ?? '', 'spam')
    const answer = await moderator.request('POST', '/klartext/moderation/bulk', { items, action: 'decline', rule: 'advertising' })
    expect(answer).toMatchObject({ status: 200, body: { done: [{ id: ids[0], status: 'declined' }, { id: ids[2], status: 'declined' }], refused: [{ id: ids[1], message: expect.stringContaining('strapi-editor märkte kommentaren som skräppost') }] } })
  })
})
