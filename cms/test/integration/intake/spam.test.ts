import type { FreshCms } from '../../harness/fresh-cms'
import type { Desk } from './intake-desk'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { bootCms } from '../../harness/boot'
import { freshCms } from '../../harness/fresh-cms'
import { createDesk, newAddress, plain } from './intake-desk'

let cms: FreshCms
let desk: Desk
beforeAll(async () => {
  cms = await freshCms({ COMMENT_LIMIT_SENDER: '3/3600', COMMENT_LIMIT_ARTICLE: '6/3600', COMMENT_LIMIT_SITE: '40/3600' })
  desk = createDesk(cms)
})
afterAll(async () => cms?.dispose())

const texts = (count: number): string[] => Array.from({ length: count }, () => `Hur går det med ärende ${randomUUID()}?`)

describe('limits', () => {
  it('hold one sender back for a stated time, and nobody else; repetitions do not count', async () => {
    await desk.article('avsandaren')
    const address = newAddress()
    const sent = texts(3).map(text => ({ json: { ...plain, text }, key: randomUUID() as string }))
    for (const { json, key } of [...sent, ...sent, ...sent])
      expect((await desk.send('avsandaren', json, { key, address })).status).toBe(202)
    const refused = await desk.send('avsandaren', { ...plain, text: texts(1)[0] }, { address })
    expect(desk.problem(refused)).toMatchObject({ status: 429, type: 'https://sjovik.example/api#problem-rate-limited' })
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(3600)
    expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After')
    for (const { json, key } of sent)
      expect((await desk.send('avsandaren', json, { key, address })).status).toBe(202)
    expect((await desk.send('avsandaren', plain)).status).toBe(202)
  })

  it('hold one article back', async () => {
    await desk.article('artikeln')
    await desk.article('en-annan')
    for (const text of texts(6))
      expect((await desk.send('artikeln', { ...plain, text })).status).toBe(202)
    expect((await desk.send('artikeln', plain)).status).toBe(429)
    expect((await desk.send('en-annan', plain)).status).toBe(202)
  })

  it('know a sender by the network address that the site states, and believe nobody else', async () => {
    const id = await desk.article('adressen')
    const replies = []
    for (const text of texts(4))
      replies.push(await desk.post('/articles/adressen/comments', { json: { ...plain, text }, headers: { 'idempotency-key': randomUUID(), 'klartext-reader': newAddress(), 'x-forwarded-for': newAddress() } }))
    expect(replies.map(reply => reply.status)).toEqual([202, 202, 202, 429])
    const rows = await desk.room.sql<{ sender_hash: string }>('select distinct sender_hash from comment_submission where article_id = ?', [id])
    expect(rows).toEqual([{ sender_hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  })

  it.runIf(inject('engine') === 'postgres')('are shared by replicas', async () => {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'klartext-replica-'))
    const replica = await bootCms({ dataDir, databaseUrl: cms.databaseUrl ?? undefined, environment: { COMMENT_LIMIT_SENDER: '3/3600' } })
    try {
      await desk.article('replikerna')
      const address = newAddress()
      for (const text of texts(3))
        expect((await desk.send('replikerna', { ...plain, text }, { address })).status).toBe(202)
      const there = createDesk({ ...cms, url: replica.url })
      expect((await there.send('replikerna', { ...plain, text: texts(1)[0] }, { address })).status).toBe(429)
    }
    finally {
      await replica.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  })
})

describe('what machines send', () => {
  const kept = async (articleId: string) => desk.room.sql<{ moderation_status: string, findings: string }>(
    'select c.moderation_status, s.findings from comments c join comment_submission s on s.comment_id = c.document_id where c.article_id = ? order by c.id',
    [articleId],
  )

  it('gets the ordinary receipt, is kept as spam with what was found, and writes to nobody', async () => {
    const id = await desk.article('honung')
    const reply = await desk.send('honung', { ...plain, text: texts(1)[0], homepage: 'https://a.example', email: 'spam@exempel.example' })
    expect(reply).toMatchObject({ status: 202, json: { status: 'pending', number: null } })
    const [row] = await kept(id)
    expect(row?.moderation_status).toBe('spam')
    expect(JSON.parse(row?.findings ?? '')).toEqual([{ rule: 'honeypot', weight: 'spam', detail: 'Fältet som bara maskiner ser var ifyllt.' }])
    expect(await desk.room.sql('select kind from letter')).toEqual([])
  })

  it('is told of where it was too fast', async () => {
    const id = await desk.article('fort')
    const input = { name: 'Oskar', text: `Svar till ärende ${randomUUID()}.` }
    const { token } = await desk.client.articles.previewComment('fort', input)
    await desk.send('fort', input, { key: token })
    expect(await kept(id)).toMatchObject([{ moderation_status: 'pending', findings: expect.stringContaining('"rule":"token-age","weight":"suspect"') }])
  })

  it('is told of where the same text came to other articles', async () => {
    const ids = await Promise.all(['en', 'tva', 'tre', 'fyra'].map(async slug => desk.article(`kopia-${slug}`)))
    const text = 'Vi byter fönster i hela länet till halva priset!'
    for (const [index, slug] of ['en', 'tva', 'tre', 'fyra'].entries())
      await desk.send(`kopia-${slug}`, { ...plain, text: index === 3 ? text.toUpperCase() : text })
    const statuses = await Promise.all(ids.map(async id => (await kept(id))[0]?.moderation_status))
    expect(statuses).toEqual(['pending', 'pending', 'pending', 'spam'])
  })
})

it('what was derived from addresses is forgotten after thirty days', async () => {
  const id = await desk.article('glomd')
  await desk.send('glomd', plain)
  const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000).toISOString()
  expect(await cms.run('forgetSenders', days(29))).toBe(0)
  expect(await cms.run('forgetSenders', days(31))).toBeGreaterThan(0)
  expect(await desk.room.sql('select sender_hash, twin_digest from comment_submission where article_id = ?', [id])).toEqual([{ sender_hash: null, twin_digest: '' }])
  expect(await desk.room.sql('select * from comment_rate')).toEqual([])
})
