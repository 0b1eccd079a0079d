import type { FreshCms } from '../../../harness/fresh-cms'
import type { SmtpCatcher } from '../../../harness/smtp-catcher'
import type { Newsroom } from '../../publication/newsroom'
import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bootCms } from '../../../harness/boot'
import { freshCms } from '../../../harness/fresh-cms'
import { startSmtpCatcher } from '../../../harness/smtp-catcher'
import { body, createNewsroom } from '../../publication/newsroom'

interface Row {
  id: number
  kind: string
  to_cipher: string | null
  next_try_at: string | null
  tries: number
  sent_at: string | null
  last_error: string | null
}

const to = 'Asa.Oberg+brev@exempel.example'

let smtp: SmtpCatcher
let cms: FreshCms
let room: Newsroom
let commentId: string
let answerId: string
beforeAll(async () => {
  smtp = await startSmtpCatcher()
  cms = await freshCms({ SMTP_URL: smtp.url, MAIL_FROM: 'Sjöviks kommun <dialog@sjovik.example>' })
  room = createNewsroom(cms)
  const employer = await room.create('organisation', { name: 'Sjöviks kommun', slug: 'sjovik', kind: 'municipality' })
  const author = await room.create('person', { name: 'Ylva Ström', slug: 'ylva-strom', organisation: employer })
  const article = await room.create('article', { kind: 'essay', title: 'Bron <över> ån & viken', slug: 'bron', authors: [author], publisher: employer, commentsOpen: true, body: body() })
  commentId = await room.draft('comment', { articleId: article, moderationStatus: 'approved', authorName: 'Åsa', bodyText: 'När blir den klar? <b>', isQuestion: true })
  answerId = await room.draft('comment', { articleId: article, parentId: commentId, moderationStatus: 'approved', personId: author, bodyText: 'I <maj> & juni.' })
})
afterEach(async () => {
  smtp.refuseWith(null)
  smtp.caught.length = 0
  await room.sql('delete from letter')
})
afterAll(async () => {
  await cms?.dispose()
  await smtp?.stop()
})

const rows = () => room.sql<Row>('select * from letter order by id')
const enqueue = (...letters: object[]) => cms.run('enqueueLetters', letters)
const settled = (check: (row: Row | undefined) => void) => expect.poll(async () => (await rows()).at(-1), { timeout: 10_000 }).toSatisfy((row) => {
  check(row as Row | undefined)
  return true
})
const received = () => ({ kind: 'comment-received', to, language: 'sv', data: { commentId } })

describe('a letter', () => {
  it('goes out right after the commit, from the set sender, and keeps no address', async () => {
    await enqueue(received())
    const [letter] = await smtp.arrived(1)
    expect(letter?.to).toBe(to)
    expect(letter?.mail.from).toMatchObject({ name: 'Sjöviks kommun', address: 'dialog@sjovik.example' })
    expect(letter?.mail.subject).toBe('Vi har tagit emot din kommentar')
    expect(letter?.mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }))
    expect(letter?.mail.text).toContain('Din kommentar under ”Bron <över> ån & viken” är mottagen')
    expect(letter?.mail.html).toContain('Din kommentar under ”Bron &lt;över&gt; ån &amp; viken” är mottagen')
    expect(letter?.mail.text).toMatch(/https:\/\/sjovik\.example\/min-kommentar\/[\w-]+\.[\w-]{43}\n/)
    // whoever gave somebody else's address cannot make us carry what they wrote
    expect(letter?.raw).not.toContain('klar')
    await expect.poll(async () => (await rows())[0]).toMatchObject({ to_cipher: null, next_try_at: null, last_error: null, sent_at: expect.stringMatching(/Z$/) })
  })

  it.each([
    ['comment-approved', 'sv', {}, 'Din kommentar är publicerad', [`https://sjovik.example/artiklar/bron/kommentarer/`]],
    ['comment-answered', 'sv', { answer: true }, 'Din fråga har fått svar', ['svar av Ylva Ström', '> I <maj> & juni.']],
    ['comment-declined', 'sv', { rule: 'personal-attack', message: 'Skriv om saken,\ninte om henne.' }, 'Din kommentar publiceras inte', ['bygger på: personangrepp.', '> Skriv om saken,\n> inte om henne.', 'Svara på det här brevet']],
    ['comment-hidden', 'sv', { rule: 'Egen regel', message: null }, 'Din kommentar har dolts', ['bygger på: Egen regel.', 'Svara på det här brevet']],
    ['comment-received', 'en', {}, 'We have received your comment', ['https://sjovik.example/en/my-comment/']],
    ['comment-approved', 'en', {}, 'Your comment is published', ['is now shown']],
    ['comment-answered', 'en', { answer: true }, 'Your question has been answered', ['answered by Ylva Ström']],
    ['comment-declined', 'en', { rule: 'off-topic', message: 'Not here.' }, 'Your comment will not be published', ['what is not about the text', '> Not here.', 'Answer this letter']],
    ['comment-hidden', 'en', { rule: 'hate', message: null }, 'Your comment has been hidden', ['hatred against a group']],
    ['report-received', 'sv', { receipt: 'K7Q2-9FHD' }, 'Vi har tagit emot din anmälan K7Q2-9FHD', ['har nummer K7Q2-9FHD']],
    ['report-received', 'en', { receipt: 'K7Q2-9FHD' }, 'We have received your report K7Q2-9FHD', ['has number K7Q2-9FHD']],
    ['my-data', 'sv', {}, 'Dina uppgifter hos oss', ['https://sjovik.example/mina-uppgifter/']],
    ['my-data', 'en', {}, 'Your data with us', ['https://sjovik.example/en/my-data/']],
  ])('%s in %s says what happened', async (kind, language, { answer, ...own }: Record<string, unknown>, subject, sentences) => {
    const data = { ...kind.startsWith('comment') ? { commentId, rule: null, message: null } : {}, ...answer ? { answerId } : {}, ...own }
    await enqueue({ kind, to, language, data })
    const [letter] = await smtp.arrived(1)
    expect(letter?.mail.subject).toBe(subject)
    for (const sentence of sentences)
      expect(letter?.mail.text).toContain(sentence)
    expect(letter?.mail.html).toContain(`<html lang="${language}">`)
    expect(letter?.mail.html).not.toMatch(/<(?:img|script|link|maj)/)
  })

  it.each([['upheld', 'dolt kommentaren'], ['rejected', 'låter kommentaren stå kvar']])('report-decided says that it was %s, and why', async (state, sentence) => {
    const receipt = state === 'upheld' ? 'AAAA-2222' : 'BBBB-3333'
    await room.sql('insert into comment_report (receipt, comment_id, key_digest, content_digest, rule, text, language, received_at, state, decision_text) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [receipt, commentId, state, 'c', 'hate', 'Hemligt', 'sv', '2026-11-20T10:00:00.000Z', state, 'För att det är så.'])
    await enqueue({ kind: 'report-decided', to, language: 'sv', data: { receipt } })
    const [letter] = await smtp.arrived(1)
    expect(letter?.mail.text).toContain(sentence)
    expect(letter?.mail.text).toContain('> För att det är så.')
    expect(letter?.raw).not.toContain('Hemligt')
  })

  it('is not sent when what it tells of was rolled back', async () => {
    await cms.run('enqueueLettersRolledBack', [received()])
    await enqueue({ ...received(), language: 'en' })
    expect((await smtp.arrived(1)).map(({ mail }) => mail.subject)).toEqual(['We have received your comment'])
    expect(await rows()).toHaveLength(1)
  })

  it('on an approval under an article that is not public promises no page', async () => {
    const article = await room.create('article', { kind: 'essay', title: 'Borta', slug: 'borta', body: body() })
    const waiting = await room.draft('comment', { articleId: article, bodyText: 'Hm.', moderationStatus: 'approved', authorName: 'Bo' })
    await room.call('article', 'unpublish', { documentId: article, locale: 'sv' })
    for (const [language, sentence] of [['sv', 'är godkänd. Den visas om'], ['en', 'approved. It will be shown if']]) {
      await enqueue({ kind: 'comment-approved', to, language, data: { commentId: waiting } })
      const letter = await smtp.find(({ mail }) => mail.text?.includes(sentence ?? '') ?? false)
      expect(letter.mail.text).not.toMatch(/visas nu|now shown|\/artiklar\//)
    }
  })

  it('about what is gone is not sent, and keeps no address', async () => {
    await enqueue({ kind: 'comment-approved', to, language: 'sv', data: { commentId: 'gone' } })
    await settled(row => expect(row).toMatchObject({ to_cipher: null, next_try_at: null, sent_at: null, last_error: 'nothing to tell' }))
  })
})

describe('a mail server that refuses', () => {
  it('for now is asked again after a minute, two minutes and so on, under one Message-ID', async () => {
    smtp.refuseWith(451)
    const before = smtp.refused()
    await enqueue(received())
    await smtp.refusedTimes(before + 1)
    for (const [tries, minutes] of [[1, 1], [2, 2], [3, 4]] as const) {
      await settled(row => expect(row).toMatchObject({ tries, last_error: 'EENVELOPE 451 RCPT TO', sent_at: null }))
      await expect.poll(async () => minutesUntil((await rows())[0]?.next_try_at)).toBe(minutes)
      await room.sql('update letter set next_try_at = ?', ['2026-01-01T00:00:00.000Z'])
      if (minutes === 4)
        smtp.refuseWith(null)
      await cms.run('wakeLetters')
    }
    const [letter] = await smtp.arrived(1)
    expect(letter?.mail.messageId).toMatch(/^<[\w-]{36}@sjovik\.example>$/)
  })

  it.each([
    ['for good is not asked again', 550, 1],
    ['twelve times is left alone', 451, 12],
  ])('%s', async (_, code, tries) => {
    smtp.refuseWith(code)
    const before = smtp.refused()
    await enqueue({ ...received(), kind: 'report-received', data: { receipt: 'K7Q2-9FHD' } })
    await smtp.refusedTimes(before + 1)
    if (tries > 1) {
      await settled(row => expect(minutesUntil(row?.next_try_at ?? null)).toBe(1))
      await room.sql('update letter set tries = 11, next_try_at = ?', ['2026-01-01T00:00:00.000Z'])
      await cms.run('wakeLetters')
    }
    await settled(row => expect(row).toMatchObject({ tries, to_cipher: null, next_try_at: null, sent_at: null, last_error: `EENVELOPE ${code} RCPT TO` }))
  })

  it('is told in the log without the address, which it repeats itself', () => {
    expect(cms.output()).toMatch(/Letter \d+ \(comment-received\) was not sent \(EENVELOPE 451 RCPT TO\): try 1 of 12, the next one at 20/)
    expect(cms.output()).toContain('it will not be tried again')
    expect(cms.output().toLowerCase()).not.toContain('berg+brev')
  })
})

const minutesUntil = (instant: string | null | undefined) => instant ? Math.round((new Date(instant).getTime() - Date.now()) / 60_000) : null

describe('several processes', () => {
  it('send each letter once', async () => {
    // SQLite has one owner; there the same process is asked twice
    const otherDir = `${cms.dataDir}-other`
    const other = cms.databaseUrl ? await bootCms({ dataDir: otherDir, databaseUrl: cms.databaseUrl, environment: { SMTP_URL: smtp.url } }) : cms
    try {
      smtp.refuseWith(451)
      const before = smtp.refused()
      await enqueue(...Array.from({ length: 40 }, (_, at) => ({ kind: 'report-received', to: `laesare-${at}@exempel.example`, language: 'sv', data: { receipt: 'K7Q2-9FHD' } })))
      await smtp.refusedTimes(before + 40)
      await expect.poll(async () => (await rows()).filter(row => row.last_error).length, { timeout: 30_000 }).toBe(40)
      smtp.refuseWith(null)
      await room.sql('update letter set next_try_at = ?', ['2026-01-01T00:00:00.000Z'])
      await Promise.all([cms.run('wakeLetters'), other.run('wakeLetters')])
      await expect.poll(async () => (await rows()).filter(row => row.sent_at).length, { timeout: 30_000 }).toBe(40)
      expect(smtp.caught.map(letter => letter.to).sort()).toEqual(Array.from({ length: 40 }, (_, at) => `laesare-${at}@exempel.example`).sort())
    }
    finally {
      if (other !== cms) {
        await other.stop()
        await rm(otherDir, { recursive: true })
      }
    }
  })

  it('take up a letter whose sender was killed', async () => {
    const own = await freshCms({ SMTP_URL: smtp.url })
    smtp.refuseWith(451)
    const before = smtp.refused()
    await own.run('enqueueLetters', [{ kind: 'report-received', to, language: 'sv', data: { receipt: 'K7Q2-9FHD' } }])
    await smtp.refusedTimes(before + 1)
    await own.stop('SIGKILL')
    smtp.refuseWith(null)
    const again = await bootCms({ dataDir: own.dataDir, databaseUrl: own.databaseUrl ?? undefined, environment: { SMTP_URL: smtp.url } })
    try {
      // the time that the killed one had for it is over
      await again.run('sql', { sql: 'update letter set next_try_at = ?', bindings: ['2026-01-01T00:00:00.000Z'] })
      await again.run('wakeLetters')
      expect((await smtp.arrived(1))[0]?.to).toBe(to)
    }
    finally {
      await again.stop()
      await own.dispose()
    }
  })
})

describe('without a mail server', () => {
  it('nothing is sent and nothing piles up', async () => {
    const quiet = await freshCms()
    try {
      await quiet.run('enqueueLetters', [{ kind: 'report-received', to, language: 'sv', data: { receipt: 'K7Q2-9FHD' } }])
      const read = () => quiet.run('sql', { sql: 'select to_cipher, next_try_at, sent_at, last_error from letter' })
      await expect.poll(read).toEqual([{ to_cipher: null, next_try_at: null, sent_at: null, last_error: 'no mail server' }])
      expect(quiet.output().match(/SMTP_URL is not set/g)).toHaveLength(1)
    }
    finally {
      await quiet.dispose()
    }
  })
})
