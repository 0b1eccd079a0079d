import type { FreshCms } from '../../../harness/fresh-cms'
import type { Newsroom } from '../../publication/newsroom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDialogueClient } from '../../../harness/dialogue-client'
import { freshCms } from '../../../harness/fresh-cms'
import { body, createNewsroom } from '../../publication/newsroom'

let cms: FreshCms
let room: Newsroom
let client: ReturnType<typeof createDialogueClient>
let article: object
beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  client = createDialogueClient(cms)
  const employer = await room.create('organisation', { name: 'Sjöviks kommun', slug: 'sjovik', kind: 'municipality' })
  const author = await room.create('person', { name: 'Ylva Ström', slug: 'ylva-strom', organisation: employer })
  article = { kind: 'essay', authors: [author], publisher: employer, commentsOpen: true, body: body() }
  await room.create('article', { ...article, title: 'Bron', slug: 'bron' })
})
afterAll(async () => cms?.dispose())

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const command = (name: string, input: object) => cms.run('command', { name, input })
const count = async (sql: string) => Number((await room.sql<{ n: number }>(`select count(*) as n from ${sql}`))[0]?.n)

describe('retention', () => {
  it('keeps everything as long as it may, and not a day longer', async () => {
    const kept = await client.comment('bron', { name: 'Oskar', text: 'Bra skrivet', email: 'oskar@sjovik.example' })
    const spam = await client.comment('bron', { name: 'Säljare', text: 'Köp nu', email: 'saljare@sjovik.example' })
    const declined = await client.comment('bron', { name: 'Arg', text: 'Avböjd text', email: 'arg@sjovik.example' })
    await room.update('comment', kept, { moderationStatus: 'approved' })
    await room.update('comment', spam, { moderationStatus: 'spam' })
    await room.update('comment', declined, { moderationStatus: 'declined' })
    await expect.poll(() => count('letter where next_try_at is not null')).toBe(0)
    const letters = await count('letter')

    expect(await cms.run('forgetOld', daysFromNow(29))).toEqual({ senders: 0, addresses: 0, reportAddresses: 0, texts: 0, letters: 0 })
    expect(await cms.run('forgetOld', daysFromNow(31))).toMatchObject({ senders: 3, addresses: 0, texts: 0, letters: 0 })
    expect(await cms.run('forgetOld', daysFromNow(91))).toMatchObject({ addresses: 0, texts: 0, letters })
    expect(await cms.run('forgetOld', daysFromNow(364))).toMatchObject({ addresses: 0, texts: 0 })
    expect(await count('commenter')).toBe(3)
    expect(await cms.run('forgetOld', daysFromNow(367))).toMatchObject({ addresses: 3, texts: 2 })
    expect(await count('commenter')).toBe(0)
    expect(await room.sql('select moderation_status, body_text from comments order by id')).toEqual([
      { moderation_status: 'approved', body_text: 'Bra skrivet' },
      { moderation_status: 'erased', body_text: null },
      { moderation_status: 'erased', body_text: null },
    ])
    expect(await cms.run('forgetOld', daysFromNow(367))).toEqual({ senders: 0, addresses: 0, reportAddresses: 0, texts: 0, letters: 0 })
  })

  it('is done by one of several, once a day', async () => {
    expect(await cms.run('claimDay', { day: '2027-03-01T01:00:00Z', times: 5 })).toBe(1)
    expect(await cms.run('claimDay', { day: '2027-03-01T23:00:00Z', times: 5 })).toBe(0)
    expect(await cms.run('claimDay', { day: '2027-03-02T00:00:00Z', times: 5 })).toBe(1)
  })
})

describe('redact', () => {
  it('asks first, then empties a comment everywhere', async () => {
    const id = await client.comment('bron', { name: 'Redigeraskanarie', text: 'redigeratextkanarie' })
    await room.update('comment', id, { moderationStatus: 'approved' })
    expect(await command('redact', { what: 'comment', id, isConfirmed: false })).toMatchObject({ refusal: expect.stringContaining('Add --yes') })
    expect(await room.sql('select moderation_status from comments where document_id = ?', [id])).toEqual([{ moderation_status: 'approved' }])
    expect(await command('redact', { what: 'comment', id, isConfirmed: true })).toEqual({ what: 'comment', id, isDone: true })
    expect(await command('redact', { what: 'comment', id, isConfirmed: true })).toMatchObject({ isDone: false })
    expect(await command('redact', { what: 'comment', id: 'nobody', isConfirmed: true })).toMatchObject({ refusal: 'There is no comment nobody.' })
    expect(await count('publication_log where snapshot like \'%kanarie%\'')).toBe(0)
    expect(await (await fetch(`${cms.url}/api/v1/articles/bron/comments`)).text()).not.toContain('kanarie')
    expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
  })

  it.each([
    ['public', async () => {}],
    ['withdrawn', (id: string) => cms.run('withdraw', { documentId: id, language: 'sv', notice: 'Kanarieuppgifter.' })],
    ['unpublished', (id: string) => room.unpublish('article', id)],
  ])('empties every version of an article that is %s, and takes it out of public', async (state, prepare) => {
    const slug = `bort-${state}`
    const id = await room.create('article', { ...article, title: 'Kanarierubrik', slug })
    await room.update('article', id, { title: 'Kanarierubrik två', changeKind: 'correction', changeNote: 'Rättat.' })
    await prepare(id)
    const order = { what: 'article', slug, language: 'sv' }
    expect(await command('redact', { ...order, isConfirmed: false })).toMatchObject({ refusal: expect.stringContaining('Add --yes') })
    expect(await command('redact', { ...order, isConfirmed: true })).toMatchObject({ isDone: true })
    expect(await command('redact', { ...order, isConfirmed: true })).toMatchObject({ isDone: false })
    expect(await room.sql(`select snapshot from publication_log where document_id = ? and snapshot like '%anarie%'`, [id])).toEqual([])
    for (const path of ['', '/versions', '/versions/1'])
      expect((await fetch(`${cms.url}/api/v1/articles/${slug}${path}`)).status, path).toBe(404)
    expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
    await cms.run('rebuild')
    expect((await fetch(`${cms.url}/api/v1/articles/${slug}`)).status).toBe(404)
    expect(await command('redact', { what: 'article', slug: 'finns-inte', language: 'sv', isConfirmed: true })).toMatchObject({ refusal: expect.stringContaining('No article was ever public') })
  })
})
