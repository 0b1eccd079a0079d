import type { FreshCms } from '../../../harness/fresh-cms'
import type { SmtpCatcher } from '../../../harness/smtp-catcher'
import type { Newsroom } from '../../publication/newsroom'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read, signInAs } from '../../../harness/admin-session'
import { createDialogueClient } from '../../../harness/dialogue-client'
import { freshCms } from '../../../harness/fresh-cms'
import { startSmtpCatcher } from '../../../harness/smtp-catcher'
import { body, createNewsroom } from '../../publication/newsroom'
import { createDesk } from '../moderation-desk'

let smtp: SmtpCatcher
let cms: FreshCms
let room: Newsroom
let client: ReturnType<typeof createDialogueClient>
let author: string
beforeAll(async () => {
  smtp = await startSmtpCatcher()
  cms = await freshCms({ SMTP_URL: smtp.url })
  room = createNewsroom(cms)
  client = createDialogueClient(cms)
  const employer = await room.create('organisation', { name: 'Sjöviks kommun', slug: 'sjovik', kind: 'municipality' })
  author = await room.create('person', { name: 'Ylva Ström', slug: 'ylva-strom', organisation: employer })
  await room.create('article', { kind: 'essay', title: 'Bron', slug: 'bron', authors: [author], publisher: employer, commentsOpen: true, body: body() })
})
beforeEach(() => {
  smtp.caught.length = 0
})
afterAll(async () => {
  await cms?.dispose()
  await smtp?.stop()
})

const approve = (id: string) => room.update('comment', id, { moderationStatus: 'approved' })

/** Sends a comment in and reads the sender's token out of the letter. */
async function sendIn(input: { name?: string, text: string, email: string, isQuestion?: boolean }): Promise<{ id: string, token: string }> {
  const id = await client.comment('bron', { name: 'Oskar', ...input })
  const coded = Buffer.from(id).toString('base64url')
  const letter = await smtp.find(({ mail }) => mail.text?.includes(`/min-kommentar/${coded}.`) ?? false)
  return { id, token: tokenIn(letter.mail.text, 'min-kommentar') }
}

function tokenIn(text: string | undefined, page: string): string {
  const token = new RegExp(`/${page}/([\\w.-]+)`).exec(text ?? '')?.[1]
  if (token === undefined)
    throw new Error(`No link to ${page} in the letter: ${text}`)
  return token
}

const journal = () => readFileSync(path.join(cms.dataDir, 'erasures.log'), 'utf8')

/** Every row of every table in which a word stands. */
async function rowsWith(word: string): Promise<string[]> {
  const tables = cms.databaseUrl
    ? await room.sql<{ name: string }>('select tablename as name from pg_tables where schemaname = \'public\'')
    : await room.sql<{ name: string }>('select name from sqlite_master where type = \'table\'')
  const found: string[] = []
  for (const { name } of tables) {
    for (const row of await room.sql<Record<string, unknown>>(`select * from "${name}"`)) {
      const text = Object.values(row).map(value => read(value, 'type') === 'Buffer' ? Buffer.from(read(value, 'data') as number[]).toString() : JSON.stringify(value)).join('\n')
      if (text.includes(word))
        found.push(`${name}: ${text}`)
    }
  }
  return found
}

describe('the private routes', () => {
  it.each([
    ['without the site\'s key', 'mine', {}],
    ['with a wrong key', 'mine', { 'klartext-site-key': 'test-site-kex' }],
    ['below what there is', 'constructor', { 'klartext-site-key': 'test-site-key' }],
  ])('%s are not there', async (_, route, headers) => {
    expect(await client.post(`/_dialogue/${route}`, { token: 'x' }, headers)).toMatchObject({ status: 404 })
  })

  it.each(['', 'x', 'a.b', 'YWJj.YWJj', 'YWJj.YWJj.YWJj'])('answer 404 to the token "%s"', async (token) => {
    for (const route of ['mine', 'mine/withdraw', 'mine/erase', 'my-data', 'my-data/erase'])
      expect(await client.ask(route, { token }), route).toMatchObject({ status: 404 })
  })

  it('refuse what does not fit', async () => {
    expect(await client.ask('mine', {})).toMatchObject({ status: 400, body: { errors: [{ path: 'token' }] } })
    expect(await client.ask('my-data/request', { email: 'x' })).toMatchObject({ status: 400, body: { errors: [{ path: 'email' }] } })
  })
})

describe('the sender\'s link', () => {
  it('shows the comment and everything that is kept about it', async () => {
    const { id, token } = await sendIn({ text: 'När blir den klar?', email: 'oskar@sjovik.example', isQuestion: true })
    const mine = await client.ask('mine', { token })
    expect(mine).toMatchObject({
      status: 200,
      body: {
        comment: { id, status: 'pending', name: 'Oskar', text: 'När blir den klar?', isQuestion: true, number: null, canEdit: true, canWithdraw: true },
        article: { slug: 'bron', language: 'sv', title: 'Bron' },
        emailHint: 'o…@s….example',
        stored: { senderHash: expect.stringMatching(/^[\da-f]{64}$/), history: expect.arrayContaining([expect.objectContaining({ event: 'received' })]), letters: [{ kind: 'comment-received' }] },
        rule: null,
        message: null,
      },
    })
    expect(JSON.stringify(mine.body)).not.toContain('oskar@')
  })

  it('lets the sender edit until somebody has decided', async () => {
    const { id, token } = await sendIn({ text: 'Fel text', email: 'oskar@sjovik.example' })
    expect(await client.ask('mine/edit', { token, name: 'Oskar L.', text: 'Rätt\u200B text\r\nhär', isQuestion: true })).toEqual({ status: 200, body: { status: 'pending' } })
    expect(await client.ask('mine', { token })).toMatchObject({ body: { comment: { name: 'Oskar L.', text: 'Rätt text\nhär', isQuestion: true } } })
    expect(await client.ask('mine/edit', { token, name: '', text: 'x', isQuestion: false })).toMatchObject({ status: 400, body: { errors: [{ path: 'name', code: 'required' }] } })
    await approve(id)
    expect(await client.ask('mine/edit', { token, name: 'Oskar', text: 'Nu?', isQuestion: true })).toMatchObject({ status: 409 })
    expect(await client.ask('mine', { token })).toMatchObject({ body: { comment: { number: expect.any(String), canEdit: false } } })
  })

  it('takes the comment back', async () => {
    const { id, token } = await sendIn({ text: 'Jag ångrar mig', email: 'oskar@sjovik.example' })
    await approve(id)
    expect(await client.ask('mine/withdraw', { token })).toEqual({ status: 200, body: { status: 'withdrawn' } })
    expect(await client.ask('mine/withdraw', { token })).toMatchObject({ status: 409 })
    expect(await (await fetch(`${cms.url}/api/v1/articles/bron/comments`)).text()).not.toContain('ångrar')
  })

  it('erases it: no table holds a word of it, and a line stands only where others answered', async () => {
    const alone = await sendIn({ name: 'Ensamkanarie', text: 'ensamtextkanarie', email: 'ensam-kanarie@sjovik.example' })
    const answered = await sendIn({ name: 'Svaradkanarie', text: 'svaradtextkanarie', email: 'svarad-kanarie@sjovik.example' })
    await approve(alone.id)
    await approve(answered.id)
    await room.create('comment', { articleId: (await room.sql<{ article_id: string }>('select article_id from comments where document_id = ?', [answered.id]))[0]?.article_id, parentId: answered.id, moderationStatus: 'approved', personId: author, bodyText: 'Ett svar.' })
    // the search for words works
    expect((await rowsWith('ensamtextkanarie')).length).toBeGreaterThan(1)
    for (const { token } of [alone, answered])
      expect(await client.ask('mine/erase', { token })).toEqual({ status: 200, body: { status: 'erased' } })
    for (const word of ['kanarie', 'Ensamkanarie', 'Svaradkanarie'])
      expect(await rowsWith(word)).toEqual([])
    for (const table of ['commenter', 'comment_submission', 'moderation_message'])
      expect(await room.sql(`select * from ${table} where comment_id in (?, ?)`, [alone.id, answered.id]), table).toEqual([])
    expect(await room.sql('select * from letter where about in (?, ?)', [alone.id, answered.id])).toEqual([])
    const thread = await (await fetch(`${cms.url}/api/v1/articles/bron/comments`)).text()
    expect(thread).toContain(answered.id)
    expect(thread).not.toContain(alone.id)
    expect(journal()).toMatch(new RegExp(`^\\S+Z comment ${alone.id}\\n\\S+Z comment ${answered.id}\\n$`))
    expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
    expect(await client.ask('mine', { token: alone.token })).toMatchObject({ status: 200, body: { comment: { status: 'erased', text: null, name: null }, emailHint: null } })
  })

  it('is as good when a moderator sets the state by hand', async () => {
    const { id } = await sendIn({ text: 'handraderadkanarie', email: 'hand-kanarie@sjovik.example' })
    await approve(id)
    await room.update('comment', id, { moderationStatus: 'erased' })
    expect(await rowsWith('handraderad')).toEqual([])
    expect(await room.sql('select * from commenter where comment_id = ?', [id])).toEqual([])
    expect(journal()).toContain(` comment ${id}\n`)
  })
})

describe('what goes with a comment', () => {
  it('is what reports and the decisions on them say of it', async () => {
    const { id, token } = await sendIn({ text: 'Bron är ful', email: 'oskar@sjovik.example' })
    await approve(id)
    const decided = await client.report(id, { rule: 'hate', text: 'Han skrev citatkanarie', email: 'avgjord@sjovik.example' })
    const open = await client.report(id, { rule: 'privacy', text: 'Där står citatkanarie', email: 'oppen@sjovik.example' })
    await cms.run('decideReport', { receipt: decided, outcome: 'rejected', text: 'Att kalla någon citatkanarie är tillåtet.' })
    expect((await rowsWith('citatkanarie')).length).toBe(2)
    await client.ask('mine/erase', { token })
    expect(await rowsWith('citatkanarie')).toEqual([])
    // whoever reported it is told all the same, and can still erase the report
    await cms.run('decideReport', { receipt: open, outcome: 'upheld', text: 'Kommentaren är borta.' })
    expect((await smtp.find(letter => letter.to === 'oppen@sjovik.example' && (letter.mail.subject ?? '').includes('Beslut'))).mail.text).toContain(`din anmälan ${open}. Kommentaren är redan borttagen.`)
    expect(await cms.run('eraseReport', { receipt: open })).toBe(true)
    expect(await room.sql('select email_cipher, email_hmac from comment_report where receipt = ?', [open])).toEqual([{ email_cipher: null, email_hmac: null }])
    expect(await cms.run('eraseReport', { receipt: open })).toBe(false)
  })

  it.each(['approved', 'withdrawn'])('goes too when its row is deleted while it is %s', async (moderationStatus) => {
    const { id } = await sendIn({ name: 'Radkanarie', text: 'radtextkanarie', email: 'rad@sjovik.example' })
    await approve(id)
    await room.update('comment', id, { moderationStatus })
    await room.call('comment', 'delete', { documentId: id })
    for (const word of ['Radkanarie', 'radtextkanarie'])
      expect(await rowsWith(word)).toEqual([])
    expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
    expect(journal()).toContain(` comment ${id}\n`)
  })
})

it('a letter on a decision goes at once, whatever transaction it was put in by', async () => {
  const { id } = await sendIn({ text: 'När öppnar bron igen?', email: 'genast@sjovik.example' })
  const moderator = await signInAs(cms, 'klartext-moderator')
  await createDesk(cms, room).decide(moderator, id, 'approve')
  await expect.poll(async () => (await room.sql<{ tries: number, sent_at: string | null }>('select tries, sent_at from letter where about = ? and kind = \'comment-approved\'', [id]))[0], { timeout: 10_000 }).toMatchObject({ tries: 1, sent_at: expect.any(String) })
  expect(cms.output()).not.toContain('Transaction query already complete')
})

describe('my data', () => {
  it('go to the address alone, whoever asks, three times an hour', async () => {
    const { id } = await sendIn({ text: 'Fråga om bron', email: 'Moa.Lind@sjovik.example' })
    await approve(id)
    const receipt = await client.report(id, { rule: 'hate', text: 'Det här är elakt', email: 'moa.lind@sjovik.example' })
    expect(await client.ask('my-data/request', { email: 'nobody@sjovik.example', language: 'sv' })).toEqual({ status: 202, body: {} })
    for (const email of ['moa.lind@sjovik.example', 'MOA.LIND@SJOVIK.EXAMPLE', 'moa.lind@sjovik.example', 'moa.lind@sjovik.example'])
      expect(await client.ask('my-data/request', { email, language: 'sv' })).toEqual({ status: 202, body: {} })
    const own = () => smtp.caught.filter(({ mail }) => mail.subject === 'Dina uppgifter hos oss').map(letter => letter.to)
    await expect.poll(() => own().length, { timeout: 10_000 }).toBe(3)
    // a letter that was put in later shows that no fourth is on its way
    await cms.run('enqueueLetters', [{ kind: 'report-received', to: 'sist@sjovik.example', language: 'sv', data: { receipt } }])
    await smtp.find(letter => letter.to === 'sist@sjovik.example')
    expect(own()).toEqual(Array.from({ length: 3 }).fill('Moa.Lind@sjovik.example'))

    const token = tokenIn(smtp.caught.find(({ mail }) => mail.subject === 'Dina uppgifter hos oss')?.mail.text, 'mina-uppgifter')
    const data = await client.ask('my-data', { token })
    expect(data).toMatchObject({
      status: 200,
      body: {
        email: 'Moa.Lind@sjovik.example',
        comments: [{ id, text: 'Fråga om bron', article: { title: 'Bron' } }],
        reports: [{ receipt, rule: 'hate', text: 'Det här är elakt', state: 'open' }],
      },
    })
    expect(await client.ask('my-data/erase', { token })).toEqual({ status: 200, body: { erased: 2 } })
    expect(await client.ask('my-data', { token })).toEqual({ status: 200, body: { email: null, comments: [], reports: [] } })
    for (const word of ['Fråga om bron', 'Det här är elakt'])
      expect(await rowsWith(word)).toEqual([])
    expect(journal()).toMatch(new RegExp(` comment ${id}\\n\\S+Z report ${receipt}\\n$`))
    expect(await room.sql('select email_cipher, email_hmac, sender_hash from comment_report where receipt = ?', [receipt])).toEqual([{ email_cipher: null, email_hmac: null, sender_hash: null }])
  })
})

describe('an address that somebody types who does not own it', () => {
  it('gets five letters an hour for what is sent in, and those on decisions', async () => {
    const email = 'offer@sjovik.example'
    const ids: string[] = []
    for (let sent = 0; sent < 4; sent++)
      ids.push(await client.comment('bron', { name: 'Elak', text: `Okej, nummer ${sent}`, email: sent % 2 ? email : email.toUpperCase() }))
    const [first = '', last = ''] = ids
    await approve(first)
    for (let sent = 0; sent < 3; sent++)
      await client.report(first, { rule: 'hate', text: `Elakt ${sent}`, email })
    ids.push(await client.comment('bron', { name: 'Elak', text: 'Okej, en till', email }))
    await approve(last)
    await smtp.find(({ mail, to }) => to.toLowerCase() === email && (mail.text?.includes(`/kommentarer/${last}\n`) ?? false))
    const subjects = smtp.caught.filter(({ to }) => to.toLowerCase() === email).map(({ mail }) => mail.subject ?? '')
    expect(subjects.filter(subject => subject.startsWith('Vi har tagit emot'))).toHaveLength(5)
    expect(subjects.filter(subject => subject === 'Din kommentar är publicerad')).toHaveLength(2)
    expect(await room.sql('select comment_id from commenter where comment_id = ?', [ids.at(-1)])).toHaveLength(1)
  })

  it('gets no more letters with its data when many ask at the same time', async () => {
    const { id } = await sendIn({ text: 'En fråga om tider', email: 'flod@sjovik.example' })
    await cms.run('requestMyData', { email: 'flod@sjovik.example', times: 12 })
    expect(await room.sql('select l.id from letter l join commenter c on l.about = substr(c.email_hmac, 1, 40) where l.kind = \'my-data\' and c.comment_id = ?', [id])).toHaveLength(3)
  })
})

it('no address is in the log', () => {
  expect(cms.output()).not.toMatch(/@sjovik\.example/i)
})
