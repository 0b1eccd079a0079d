import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import type { SmtpCatcher } from '../../harness/smtp-catcher'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { list, read, signInAs } from '../../harness/admin-session'
import { createDialogueClient } from '../../harness/dialogue-client'
import { freshCms } from '../../harness/fresh-cms'
import { startSmtpCatcher } from '../../harness/smtp-catcher'
import { body, createNewsroom } from '../publication/newsroom'
import { canaryStart, createDetector } from './canary-forms'

const addressCount = 200
/** As people write them, and as software folds them. */
const addresses = Array.from({ length: addressCount }, (_, at) => `${canaryStart}${createHash('sha1').update(String(at)).digest('hex').slice(0, 8)}@Exempel.example`)
/** The whole address, its local part alone, and both in lower case, each in every form of the detector. */
const sought = addresses.flatMap(address => [address, address.toLowerCase(), address.slice(0, address.indexOf('@'))])

let smtp: SmtpCatcher
let cms: FreshCms
let sessions: [string, AdminSession][]
const detect = createDetector(sought)
const ids: string[] = []
const receipts: string[] = []
const looked = new Map<string, number>()
const leaks: string[] = []

function look(where: string, text: string): void {
  looked.set(where, (looked.get(where) ?? 0) + 1)
  if (detect(text).length > 0)
    leaks.push(`${where}: ${text.slice(0, 120)}`)
}

beforeAll(async () => {
  smtp = await startSmtpCatcher()
  cms = await freshCms({ SMTP_URL: smtp.url, COMMENT_LIMIT_ARTICLE: '10000/600', COMMENT_LIMIT_SITE: '10000/600' })
  const room = createNewsroom(cms)
  const client = createDialogueClient(cms)
  const employer = await room.create('organisation', { name: 'Sjöviks kommun', slug: 'sjovik', kind: 'municipality' })
  const author = await room.create('person', { name: 'Ylva Ström', slug: 'ylva-strom', organisation: employer })
  await room.create('article', { kind: 'essay', title: 'Bron', slug: 'bron', authors: [author], publisher: employer, commentsOpen: true, body: body() })
  const states = ['approved', 'approved', 'declined', 'hidden', 'spam', 'pending', 'withdrawn']
  for (const [at, email] of addresses.entries()) {
    const reported = ids[0]
    if (reported !== undefined && at % 4 === 3) {
      receipts.push(await client.report(reported, { rule: 'hate', text: `Anmälan nummer ${at}`, email }))
      continue
    }
    const id = await client.comment('bron', { name: `Läsare ${at}`, text: `Kommentar nummer ${at} om bron`, email, isQuestion: at % 3 === 0 })
    ids.push(id)
    const state = states[at % states.length]
    if (state === 'hidden')
      await room.update('comment', id, { moderationStatus: 'approved' })
    if (state !== 'pending')
      await room.update('comment', id, { moderationStatus: state, ...state === 'hidden' ? { hiddenRule: 'hate' } : {} })
  }
  await client.ask('mine/erase', { token: await cms.run('senderToken', ids[0]) })
  sessions = await Promise.all((['strapi-author', 'strapi-editor', 'klartext-moderator'] as const).map(async role => [role, await signInAs(cms, role)] as [string, AdminSession]))
}, 400_000)
afterAll(async () => {
  await cms?.dispose()
  await smtp?.stop()
})

const paths = [
  ...['articles', 'people', 'organisations', 'topics', 'changes', 'changes?limit=100', 'openness', 'api-info', 'articles/bron', 'articles/bron/versions', 'articles/bron/versions/1'],
  ...Array.from({ length: 10 }, (_, page) => `articles/bron/comments?page=${page + 1}&limit=20`),
].map(path => `/api/v1/${path}`)

describe(`${addressCount} addresses`, () => {
  it('would be found: the detector knows each of them', () => {
    for (const address of addresses)
      expect(detect(`x${address.toUpperCase()}y`).length).toBeGreaterThan(0)
    expect(detect(createHash('sha256').update(addresses[7]?.toLowerCase() ?? '').digest('hex')).length).toBeGreaterThan(0)
  })

  it('stand in no public answer', async () => {
    for (const path of [...paths, ...ids.map(id => `/api/v1/comments/${id}`)]) {
      const answer = await fetch(`${cms.url}${path}`)
      look('public answers', `${JSON.stringify([...answer.headers])} ${await answer.text()}`)
    }
  })

  it('stand in no answer of the admin, for no role', async () => {
    for (const [role, session] of sessions) {
      const collections = ['article', 'person', 'organisation', 'topic', 'comment'].map(type => `api::${type}.${type}`)
      const asked = [
        ...collections.flatMap(uid => [1, 2, 3].map(page => `/content-manager/collection-types/${uid}?page=${page}&pageSize=100&populate=*`)),
        ...collections.map(uid => `/content-manager/collection-types/${uid}?_q=${canaryStart}`),
        ...ids.slice(0, 40).map(id => `/content-manager/collection-types/api::comment.comment/${id}`),
        '/klartext/moderation/queues',
        ...['waiting', 'questions', 'reported', 'approved', 'declined', 'spam', 'hidden'].map(queue => `/klartext/moderation/queues/${queue}?limit=100`),
        ...ids.slice(0, 40).map(id => `/klartext/moderation/comments/${id}`),
        '/admin/users/me',
        '/content-manager/content-types',
      ]
      for (const path of asked) {
        const { status, body: answered } = await session.request('GET', path)
        look(`${role}, answered ${status}`, JSON.stringify(answered))
      }
    }
    // the lists are read, not refused
    expect(looked.get('klartext-moderator, answered 200')).toBeGreaterThan(80)
    const queue = await sessions[2]?.[1].request('GET', '/klartext/moderation/queues/approved?limit=5')
    expect(list(read(queue?.body, 'items')).length).toBe(5)
  })

  it('stand in no letter to somebody else', async () => {
    await expect.poll(async () => Number(read(await cms.run('sql', { sql: 'select count(*) as n from letter where next_try_at is not null' }), 0, 'n')), { timeout: 100_000 }).toBe(0)
    const sent = [...smtp.caught]
    expect(sent.length).toBeGreaterThan(addressCount)
    for (const { to, raw } of sent) {
      const others = detect(raw).filter(found => !to.toLowerCase().includes(found.toLowerCase()))
      looked.set('letters', (looked.get('letters') ?? 0) + 1)
      if (others.length > 0)
        leaks.push(`a letter holds ${others[0]}`)
    }
    // a sent letter keeps no address
    expect(await cms.run('sql', { sql: 'select id from letter where to_cipher is not null' })).toEqual([])
  }, 120_000)

  it('stand in no table of the model, and in the others only encrypted', async () => {
    for (const [table, rows] of Object.entries(await cms.run('dumpTables') as Record<string, string[]>)) {
      for (const row of rows)
        look(/^(?:commenter|comment_report|comment_submission|letter)$/.test(table) ? 'rows that hold addresses' : 'other rows', row)
    }
    expect(looked.get('rows that hold addresses')).toBeGreaterThan(addressCount)
  })

  it('stand in no log, and in no file of the data folder', async () => {
    for (const line of cms.output().split('\n'))
      look('lines of the log', line)
    await cms.stop()
    for (const file of readdirSync(cms.dataDir, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())) {
      const bytes = readFileSync(path.join(file.parentPath, file.name))
      look('files', bytes.toString('latin1'))
    }
  })

  it('were found nowhere', () => {
    console.info(`${inject('engine')}: ${[...looked].map(([where, count]) => `${count} ${where}`).join(', ')}; ${addressCount} addresses, ${receipts.length} of them in reports: ${leaks.length} occurrences`)
    expect(leaks).toEqual([])
  })
})
