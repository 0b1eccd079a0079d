import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import type { Desk } from './moderation-desk'
import { createClient } from '@klartext/client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read, signInAs } from '../../harness/admin-session'
import { freshCms } from '../../harness/fresh-cms'
import { createNewsroom } from '../publication/newsroom'
import { createDesk } from './moderation-desk'

let cms: FreshCms
let room: Newsroom
let desk: Desk
let moderator: AdminSession
let article: string

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  desk = createDesk(cms, room)
  moderator = await signInAs(cms, 'klartext-moderator')
})
beforeEach(async () => { article = await desk.article() })
afterAll(async () => cms?.dispose())

const thread = async () => (await createClient({ baseUrl: cms.url }).articles.comments((await room.shown('article', article)).slug)).items

describe('a report', () => {
  const report = async (commentId: string, receipt: string) => cms.run('leaveReport', { receipt, commentId, rule: 'hate', text: 'Så skriver man inte.' })
  const close = (receipt: string, body: object) => moderator.request('POST', `/klartext/moderation/reports/${receipt}/decide`, body)

  it('that is upheld hides the comment, and answers every report of it', async () => {
    const id = await desk.comment(article, { moderationStatus: 'approved' })
    await report(id, 'AAAA-1111')
    await report(id, 'AAAA-2222')
    expect(await desk.queue(moderator, 'reported')).toMatchObject([{ id, openReports: 2 }])
    expect((await close('AAAA-1111', { outcome: 'upheld', text: ' ' })).status).toBe(400)
    expect(await close('AAAA-1111', { outcome: 'upheld', text: 'Det är hets.' })).toMatchObject({ status: 200, body: { item: { id, status: 'hidden', openReports: 0 } } })
    expect(await thread()).toMatchObject([{ tombstone: { rule: 'hate' } }])
    expect(await desk.events(id)).toEqual(['received', 'approved', 'hidden', 'report-upheld', 'report-upheld'])
    expect(read((await close('AAAA-2222', { outcome: 'rejected', text: 'Nej.' })).body, 'error', 'message')).toContain('Den är redan avgjord.')
    expect(await desk.queue(moderator, 'reported')).toEqual([])
  })

  it('that is rejected leaves it as it is', async () => {
    const id = await desk.comment(article, { moderationStatus: 'approved' })
    await report(id, 'BBBB-1111')
    expect(await close('BBBB-1111', { outcome: 'rejected', text: 'Det är en åsikt.' })).toMatchObject({ status: 200, body: { item: { status: 'approved', openReports: 0 } } })
    expect(read(await desk.detail(moderator, id), 'reports')).toMatchObject([{ receipt: 'BBBB-1111', state: 'rejected', decisionText: 'Det är en åsikt.' }])
    expect((await close('ZZZZ-9999', { outcome: 'rejected', text: 'x' })).status).toBe(404)
  })
})

describe('a sender', () => {
  it('edits before a decision alone, withdraws, and erases', async () => {
    const id = await desk.comment(article)
    await desk.address(id, 'sven@exempel.example')
    await cms.run('editBySender', { commentId: id, edit: { name: 'Bo', text: 'Rättat.', isQuestion: false } })
    expect(read(await desk.detail(moderator, id), 'item')).toMatchObject({ name: 'Bo', text: 'Rättat.', revision: 2 })
    await desk.decide(moderator, id, 'approve')
    await expect(cms.run('editBySender', { commentId: id, edit: { name: 'Bo', text: 'Nej.', isQuestion: false } })).rejects.toThrow('Kommentaren är godkänd.')
    await cms.run('withdrawBySender', { commentId: id })
    expect(await thread()).toEqual([])
    await expect(cms.run('withdrawBySender', { commentId: id })).rejects.toThrow('Avsändaren har tagit tillbaka')
    await cms.run('eraseBySender', { commentId: id })
    expect(await room.call('comment', 'findOne', { documentId: id })).toMatchObject({ moderationStatus: 'erased', bodyText: null, authorName: null })
    expect(await room.sql('select * from commenter where comment_id = ?', [id])).toEqual([])
    expect((await desk.ledger(id)).map(row => [row.event, row.actor.replace(/\d+/, 'n')])).toEqual([['received', 'system'], ['edited', 'sender'], ['approved', 'admin:n'], ['withdrawn', 'sender'], ['erased', 'sender']])
  })
})
