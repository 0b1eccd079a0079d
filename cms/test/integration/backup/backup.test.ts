import type { FreshCms } from '../../harness/fresh-cms'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { list, read, signIn } from '../../harness/admin-session'
import { bootCms } from '../../harness/boot'
import { createDialogueClient } from '../../harness/dialogue-client'
import { freshCms } from '../../harness/fresh-cms'
import { createNewsroom } from '../publication/newsroom'

type Dump = Record<string, string[]>

const erasedPerson = 'moa.lind@sjovik.example'

let cms: FreshCms
let folder: string
let backup: string
let before: Dump
const own: { comment: string, receipt: string } = { comment: '', receipt: '' }

const command = (target: FreshCms, name: string, input: object = {}) => target.run('command', { name, input })
const dumpOf = async (target: FreshCms) => await target.run('dumpTables') as Dump
/** The rows that only one of two dumps has, by table: a whole dump is too large to be shown. */
const differing = (now: Dump, then: Dump) => [...new Set([...Object.keys(now), ...Object.keys(then)])].flatMap((table) => {
  const [there, here] = [then[table] ?? [], now[table] ?? []]
  const [gone, come] = [there.filter(row => !here.includes(row)), here.filter(row => !there.includes(row))]
  return gone.length + come.length > 0 || there.length !== here.length ? [{ table, gone, come }] : []
})
const uploadsOf = (target: FreshCms) => {
  const at = path.join(target.dataDir, 'public', 'uploads')
  return Object.fromEntries(readdirSync(at).filter(name => !name.startsWith('.')).sort().map(name => [name, readFileSync(path.join(at, name)).toString('base64')]))
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-backup-'))
  backup = path.join(folder, 'backup.tar.gz')
  // as on a machine that was never told to keep UTC
  cms = await freshCms({ TZ: 'Europe/Stockholm' })
  await cms.run('loadExampleContent')
  const client = createDialogueClient(cms)
  const articles = list(read(await (await fetch(`${cms.url}/api/v1/articles?limit=50`)).json(), 'items'))
  const slug = String(read(articles.find(article => read(article, 'commentsOpen') === true && read(article, 'language') === 'sv'), 'slug'))
  own.comment = await client.comment(slug, { name: 'Moa Lind', text: 'moaskommentarstext', email: erasedPerson })
  const other = await client.comment(slug, { name: 'Oskar', text: 'oskars kommentar', email: 'oskar@sjovik.example' })
  await createNewsroom(cms).update('comment', own.comment, { moderationStatus: 'approved' })
  await createNewsroom(cms).update('comment', other, { moderationStatus: 'approved' })
  own.receipt = await client.report(other, { rule: 'hate', text: 'moasanmälningstext', email: erasedPerson })
}, 240_000)
afterAll(async () => {
  await cms?.dispose()
  await rm(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  it('is one file for its owner, and says what it holds', async () => {
    before = await dumpOf(cms)
    const answer = await command(cms, 'backup', { file: backup })
    const rows = Object.values(before).reduce((sum, table) => sum + table.length, 0)
    expect(answer).toEqual({ file: backup, tables: Object.keys(before).length, rows, uploads: Object.keys(uploadsOf(cms)).length })
    expect(rows).toBeGreaterThan(500)
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['backup.tar.gz'])
    expect(await command(cms, 'backup', { file: backup })).toMatchObject({ refusal: expect.stringContaining('is there already') })
    expect(await command(cms, 'backup', { file: path.join(folder, 'nowhere', 'x.tar.gz') })).toMatchObject({ refusal: expect.stringContaining('ENOENT') })
  })

  it('holds no secret and no address in plain', () => {
    const text = gunzipSync(readFileSync(backup)).toString('latin1')
    expect(text).not.toMatch(/sjovik\.example"?,?"?email|test-comment-key|test-site-key/)
    expect(text.toLowerCase()).not.toContain(erasedPerson)
  })
})

describe('restoring', () => {
  it('asks before it replaces anything', async () => {
    const answer = await command(cms, 'restore', { file: backup, isConfirmed: false, erasures: null })
    expect(answer).toMatchObject({ refusal: expect.stringMatching(/There is content here already: \d+ rows of articles, .* Add --yes/) })
    expect(differing(await dumpOf(cms), before)).toEqual([])
  })

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 2000), /no whole backup/],
    ['with a byte changed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 5000), Buffer.from([bytes.readUInt8(5000) ^ 255]), bytes.subarray(5001)]), /no whole backup|damaged/],
    ['with a letter changed and compressed anew', (bytes: Buffer) => gzipSync(Buffer.from(gunzipSync(bytes).toString('latin1').replace('moaskommentarstext', 'moaskommentarstexT'), 'latin1')), /is damaged: tables\/\w+\/000001\.jsonl/],
    ['of something else', () => gzipSync(randomBytes(5000)), /no whole backup/],
    ['that is no archive', () => Buffer.from('hej'), /no whole backup/],
    ['of another schema', (bytes: Buffer) => gzipSync(Buffer.from(gunzipSync(bytes).toString('latin1').replace('"body_text":"text"', '"body_texu":"text"'), 'latin1')), /damaged|does not fit/],
  ])('a file %s is refused, and nothing is half written', async (_, change, message) => {
    const file = path.join(folder, 'changed.tar.gz')
    writeFileSync(file, change(readFileSync(backup)))
    const answer = await command(cms, 'restore', { file, isConfirmed: true, erasures: null })
    expect(read(answer, 'refusal')).toMatch(message)
    expect(differing(await dumpOf(cms), before)).toEqual([])
    await rm(file)
  })

  it('brings back everything as it was, on either engine, and numbers go on from there', async () => {
    const room = createNewsroom(cms)
    const topic = await room.create('topic', { name: 'Efteråt', slug: 'efterat' })
    const [last] = await room.sql<{ id: number }>('select max(id) as id from topics')
    const uploads = uploadsOf(cms)
    writeFileSync(path.join(cms.dataDir, 'public', 'uploads', 'efterat.png'), 'x')
    const answer = await command(cms, 'restore', { file: backup, isConfirmed: true, erasures: null })
    expect(answer).toMatchObject({ erasedAgain: 0, canReadAddresses: true })
    expect(differing(await dumpOf(cms), before)).toEqual([])
    expect(uploadsOf(cms)).toEqual(uploads)
    expect(await room.answer('topic', topic)).toBeNull()
    expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
    await room.create('topic', { name: 'Igen', slug: 'igen' })
    const [next] = await room.sql<{ id: number }>('select max(id) as id from topics')
    expect(Number(next?.id)).toBeGreaterThan(Number(last?.id))
    await signIn(cms)
    await command(cms, 'restore', { file: backup, isConfirmed: true, erasures: null })
  })

  it('leaves erased who was erased after it, and everything else equal', async () => {
    const client = createDialogueClient(cms)
    const token = await cms.run('myDataToken', erasedPerson)
    expect(await client.ask('my-data/erase', { token })).toEqual({ status: 200, body: { erased: 2 } })
    const journal = readFileSync(path.join(cms.dataDir, 'erasures.log'), 'utf8')

    const answer = await command(cms, 'restore', { file: backup, isConfirmed: true, erasures: null })
    expect(answer).toMatchObject({ erasedAgain: 2 })
    assertErased(await dumpOf(cms))
    expect(await client.ask('my-data', { token })).toMatchObject({ body: { comments: [], reports: [] } })
    expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
    expect(readFileSync(path.join(cms.dataDir, 'erasures.log'), 'utf8').split('\n').length).toBeGreaterThanOrEqual(journal.split('\n').length)
    expect(journal).not.toMatch(/moa|@/i)
  })

  it('leaves an article redacted that was redacted after it, and what was published after that', async () => {
    const own = await freshCms()
    try {
      const room = createNewsroom(own)
      const text = [{ __component: 'body.text', text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Hon bor på Kajgatan.' }] }] }]
      const id = await room.create('article', { title: 'Kajen', kind: 'essay', slug: 'kajen', body: text })
      const [old, newer] = [path.join(folder, 'old.tar.gz'), path.join(folder, 'newer.tar.gz')]
      await command(own, 'backup', { file: old })
      expect(await command(own, 'redact', { what: 'article', slug: 'kajen', language: 'sv', isConfirmed: true })).toMatchObject({ isDone: true })
      const isGone = async () => {
        expect(await room.sql('select 1 from publication_log where snapshot like \'%Kajgatan%\'')).toEqual([])
        expect((await fetch(`${own.url}/api/v1/articles/kajen`)).status).toBe(404)
      }
      await isGone()
      expect(await command(own, 'restore', { file: old, isConfirmed: true, erasures: null })).toMatchObject({ erasedAgain: 1 })
      await isGone()
      expect(await command(own, 'restore', { file: old, isConfirmed: true, erasures: null })).toMatchObject({ erasedAgain: 1 })
      await isGone()
      await room.update('article', id, { title: 'Kajen', body: [{ ...text[0], text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Hon bor i Sjövik.' }] }] }] })
      await command(own, 'backup', { file: newer })
      expect(await command(own, 'restore', { file: newer, isConfirmed: true, erasures: null })).toMatchObject({ erasedAgain: 0 })
      expect((await room.shown('article', id)).title).toBe('Kajen')
      expect(await own.run('verifyLog')).toMatchObject({ ok: true })
    }
    finally {
      await own.dispose()
    }
  })

  it('does so on a new machine too, with the old one\'s journal', async () => {
    const fresh = await freshCms()
    try {
      const erasures = path.join(cms.dataDir, 'erasures.log')
      const answer = await command(fresh, 'restore', { file: backup, isConfirmed: false, erasures })
      expect(answer).toMatchObject({ erasedAgain: 2 })
      assertErased(await dumpOf(fresh))
      expect(uploadsOf(fresh)).toEqual(uploadsOf(cms))
      expect(existsSync(path.join(fresh.dataDir, 'erasures.log'))).toBe(true)
      await signIn(fresh)
    }
    finally {
      await fresh.dispose()
    }
  })
})

describe('between the engines', () => {
  it.runIf(inject('engine') === 'postgres')('a backup of PostgreSQL is restored into SQLite and back, row by row the same', async () => {
    const dataDir = path.join(folder, 'sqlite')
    // the address is the same, so that what the read model holds is too
    const lite = { ...await bootCms({ dataDir, environment: { CMS_URL: cms.url } }), databaseUrl: null, dispose: async () => {} }
    try {
      await command(cms, 'restore', { file: backup, isConfirmed: true, erasures: null })
      const there = await dumpOf(cms)
      const [first, second] = [path.join(folder, 'postgres.tar.gz'), path.join(folder, 'sqlite.tar.gz')]
      await command(cms, 'backup', { file: first })
      expect(await command(lite, 'restore', { file: first, isConfirmed: true, erasures: null })).toMatchObject({ canReadAddresses: true })
      expect(differing(await dumpOf(lite), there)).toEqual([])
      await signIn(lite)
      await command(lite, 'backup', { file: second })
      expect(await command(cms, 'restore', { file: second, isConfirmed: true, erasures: null })).toMatchObject({ erasedAgain: 0 })
      expect(differing(await dumpOf(cms), there)).toEqual([])
      expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
    }
    finally {
      await lite.stop()
    }
  }, 120_000)
})

/** Compares every table with the one before, row by row: only what belongs to the erased comment and report may differ. */
function assertErased(after: Dump): void {
  const text = JSON.stringify(after)
  expect(text).not.toMatch(/moaskommentarstext|moasanmälningstext|Moa Lind/)
  const changed: Record<string, { lost: number, gained: number }> = {}
  for (const [table, rows] of Object.entries(before)) {
    const lost = rows.filter(row => !after[table]?.includes(row))
    const gained = (after[table] ?? []).filter(row => !rows.includes(row))
    const foreign = [...lost, ...gained].filter(row => !row.includes(own.comment) && !row.includes(own.receipt))
    // totals, the article whose number of comments is one less, and the addresses of another machine
    if (!['moderation_total', 'public_total', 'public_document', 'publication_setting', 'openness_month', 'spam_feature', 'spam_total'].includes(table))
      expect(foreign, table).toEqual([])
    if (lost.length + gained.length > 0)
      changed[table] = { lost: lost.length, gained: gained.length }
  }
  expect(changed).toMatchObject({
    comments: { lost: 1, gained: 1 },
    commenter: { lost: 1, gained: 0 },
    comment_submission: { lost: 1, gained: 0 },
    comment_report: { lost: 1, gained: 1 },
  })
  console.info(`${inject('engine')}: ${Object.keys(before).length} tables, changed by the erasure: ${JSON.stringify(changed)}`)
}
