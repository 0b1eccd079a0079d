import type { SmtpCatcher } from '../../harness/smtp-catcher'
import type { Desk } from '../intake/intake-desk'
import type { Pair } from './pair'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { signIn } from '../../harness/admin-session'
import { createDialogueClient } from '../../harness/dialogue-client'
import { startSmtpCatcher } from '../../harness/smtp-catcher'
import { createDesk, plain } from '../intake/intake-desk'
import { startPair } from './pair'

const day = 24 * 60 * 60 * 1000

let readers = 0
/** Another one each time, and none that the harness gives out. */
const newAddress = (): string => `172.16.0.${++readers}`

describe.runIf(inject('engine') === 'postgres')('two CMSs on one PostgreSQL', () => {
  let pair: Pair
  let mail: SmtpCatcher
  let a: Desk
  let b: Desk
  beforeAll(async () => {
    mail = await startSmtpCatcher()
    pair = await startPair({ SMTP_URL: mail.url, COMMENT_LIMIT_SENDER: '3/600' })
    a = createDesk(pair.a)
    b = createDesk(pair.b)
  })
  afterAll(async () => {
    await pair?.dispose()
    await mail?.stop()
  })

  const journal = (cms: { dataDir: string }): string[] => readFileSync(path.join(cms.dataDir, 'erasures.log'), 'utf8').split('\n').slice(0, -1).map(line => line.split(' ').slice(1).join(' '))

  it('that start at once on an empty database wait for each other, and make everything once', async () => {
    const waited = [pair.a, pair.b].filter(cms => cms.output().includes('this one waits for its turn'))
    expect(waited).toHaveLength(1)
    expect(await a.room.sql('select email from admin_users')).toHaveLength(1)
    expect((await a.room.sql<{ code: string }>('select code from admin_roles order by code')).map(({ code }) => code))
      .toEqual(['klartext-moderator', 'strapi-author', 'strapi-editor', 'strapi-super-admin'])
    expect(await a.room.sql('select code from i18n_locale order by code')).toEqual([{ code: 'en' }, { code: 'sv' }])
    expect(await a.room.sql('select * from strapi_api_tokens')).toEqual([])
    expect(await a.room.sql('select key from strapi_core_store_settings group by key having count(*) > 1')).toEqual([])
  })

  it('let an administrator who signed in to one work in the other', async () => {
    const administrator = await signIn(pair.a)
    expect((await administrator.request('GET', '/admin/users/me')).status).toBe(200)
    const other = await fetch(`${pair.b.url}/admin/users/me`, { headers: { authorization: administrator.authorization } })
    expect(other.status).toBe(200)
  })

  it('count what one sender sends to either below one limit', async () => {
    const id = await a.article('granser')
    const [address, slug] = [newAddress(), 'granser']
    const send = (desk: Desk, text: string) => desk.send(slug, { ...plain, text }, { address })
    const statuses = [await send(a, 'Ett.'), await send(b, 'Två.'), await send(a, 'Tre.'), await send(b, 'Fyra.'), await send(a, 'Fem.')].map(({ status }) => status)
    expect(statuses).toEqual([202, 202, 202, 429, 429])
    expect(await a.comments(id)).toHaveLength(3)
  })

  it('keep a comment once that comes in to both at the same moment under one key', async () => {
    const id = await b.article('dubbelklick')
    for (let round = 0; round < 5; round += 1) {
      const [key, address] = [crypto.randomUUID(), newAddress()]
      const sent = { ...plain, text: `Gång ${round}.` }
      const [first, second] = await Promise.all([a.send('dubbelklick', sent, { key, address }), b.send('dubbelklick', sent, { key, address })])
      expect([first.status, second.status]).toEqual([202, 202])
      expect(second.json).toEqual(first.json)
      expect(await a.comments(id)).toHaveLength(round + 1)
    }
  })

  it('learn spam from each other', async () => {
    const text = 'Billiga glasögon direkt från fabriken, klicka nu'
    const before = Number(await pair.b.run('spamScoreOf', { text, name: 'Bo' }))
    for (let lesson = 0; lesson < 20; lesson += 1)
      await pair.a.run('learnFromVerdict', { text, isSpam: true, isTakenBack: false })
    expect(Number(await pair.b.run('spamScoreOf', { text, name: 'Bo' }))).toBeGreaterThan(before)
  })

  it('tell once that an article closed, when both look at the same moment', async () => {
    const ids = await Promise.all(['ett', 'tva', 'tre'].map(slug => a.article(`stanger-${slug}`, { commentsCloseAfterDays: 30 })))
    const before = await a.room.lastSeq()
    const now = new Date(Date.now() + 30.01 * day).toISOString()
    await Promise.all([pair.a.run('closeDue', { now }), pair.b.run('closeDue', { now })])
    const told = (await a.room.log(before)).filter(row => row.action === 'comments-closed').map(row => row.document_id)
    expect(told.sort()).toEqual(ids.sort())
    expect(await pair.b.run('verifyLog')).toMatchObject({ ok: true })
  })

  it('do once a day what is done once a day', async () => {
    const argument = { day: '2030-05-04T01:00:00Z', times: 4 }
    const won = await Promise.all([pair.a.run('claimDay', argument), pair.b.run('claimDay', argument)])
    expect(won.map(Number).reduce((sum, times) => sum + times)).toBe(1)
  })

  it('send each letter once, when both look through the queue at the same moment', async () => {
    const before = mail.caught.length
    const slug = 'brev'
    await a.article(slug)
    const addresses = Array.from({ length: 20 }, (_, index) => `lasare-${index}@exempel.example`)
    await Promise.all(addresses.map((email, index) => (index % 2 ? a : b).send(slug, { name: 'Bo', text: `Fråga nummer ${index}.`, email }, { address: newAddress() })))
    await Promise.all([pair.a.run('wakeLetters'), pair.b.run('wakeLetters')])
    await mail.arrived(before + addresses.length)
    await expect.poll(async () => a.room.sql('select id from letter where next_try_at is not null'), { timeout: 10_000 }).toEqual([])
    expect(mail.caught.slice(before).map(({ to }) => to).sort()).toEqual(addresses.sort())
    expect(await a.room.sql('select distinct tries from letter where sent_at is not null')).toEqual([{ tries: 1 }])
  })

  it('hear what the other erased, comments and reports', async () => {
    const sender = createDialogueClient(pair.a)
    await a.article('raderas', { commentsModeration: 'post' })
    const commentId = await sender.comment('raderas', { name: 'Bo', text: 'Det här ska bort.' })
    const other = await sender.comment('raderas', { name: 'Eva', text: 'Det här står kvar.' })
    const receipt = await sender.report(other, { rule: 'hate', text: 'Hemskt.' })
    await pair.a.run('eraseBySender', { commentId })
    await pair.a.run('eraseReport', { receipt })
    expect(journal(pair.a)).toEqual([`comment ${commentId}`, `report ${receipt}`])
    await pair.b.run('completeJournal')
    await pair.b.run('completeJournal')
    expect(journal(pair.b)).toEqual([`comment ${commentId}`, `report ${receipt}`])
  })

  it('run a command that rewrites one after the other', async () => {
    const rebuilt = await Promise.all([pair.a, pair.b].map(async cms => cms.run('command', { name: 'rebuild' })))
    expect(rebuilt[0]).toEqual(rebuilt[1])
    expect(await pair.a.run('verifyLog')).toMatchObject({ ok: true })
  })

  it('go on when one of them is killed', async () => {
    await pair.a.stop('SIGKILL')
    await b.article('efterat')
    expect((await fetch(`${pair.b.url}/api/v1/articles/efterat`)).status).toBe(200)
  })
})
