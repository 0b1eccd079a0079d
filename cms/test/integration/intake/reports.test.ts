import type { FreshCms } from '../../harness/fresh-cms'
import type { Desk } from './intake-desk'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { createDesk, newAddress } from './intake-desk'

const report = { rule: 'hate', text: 'Den hotar en namngiven person.', inGoodFaith: true } as const

let cms: FreshCms
let desk: Desk
let articleId: string
let organisationId: string
beforeAll(async () => {
  cms = await freshCms({ COMMENT_LIMIT_SENDER: '3/3600' })
  desk = createDesk(cms)
  organisationId = await desk.room.create('organisation', { name: 'Sjövik', slug: 'sjovik', kind: 'municipality' })
  articleId = await desk.article('bron', { publisher: organisationId })
})
afterAll(async () => cms?.dispose())

const comment = (rest: object = {}) => desk.room.create('comment', { articleId, bodyText: 'Ett.', moderationStatus: 'approved', ...rest })
const send = (id: string, json: object, { key = randomUUID() as string, address = newAddress() } = {}) =>
  desk.post(`/comments/${id}/reports`, { json, headers: { 'idempotency-key': key, ...desk.as(address) } })
const rows = (id: string) => desk.room.sql<{ receipt: string }>('select * from comment_report where comment_id = ?', [id])

it('a report is kept with its receipt, in the ledger and with a letter, and its sender\'s address stands nowhere', async () => {
  const id = await comment()
  const receipt = await desk.client.comments.report(id, { ...report, email: 'Anmalare@Exempel.example', language: 'en' }, { idempotencyKey: randomUUID() })
  expect(receipt.receipt).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
  expect(await rows(id)).toMatchObject([{ receipt: receipt.receipt, rule: 'hate', text: report.text, language: 'en', state: 'open', received_at: receipt.receivedAt }])
  const ledger = await desk.room.sql('select * from moderation_ledger where report = ?', [receipt.receipt])
  expect(ledger).toMatchObject([{ event: 'reported', rule: 'hate', comment_id: id, article_id: articleId, organisation_id: organisationId, actor: 'reader' }])
  expect(await desk.room.sql('select open_reports from moderation_item where comment_id = ?', [id])).toEqual([{ open_reports: 1 }])
  const letters = await desk.room.sql<{ data: string }>('select * from letter where kind = \'report-received\'')
  expect(letters).toMatchObject([{ language: 'en', data: JSON.stringify({ receipt: receipt.receipt }) }])
  expect(JSON.stringify([await rows(id), ledger, letters])).not.toMatch(/exempel/i)
})

it('a report that comes in twice, at once or later, under one key or in the same words, is one', async () => {
  const id = await comment()
  const [key, address] = [randomUUID(), newAddress()]
  const replies = await Promise.all(Array.from({ length: 10 }, () => send(id, report, { key, address })))
  const later = [await send(id, report, { key, address }), await send(id, report, { address })]
  expect(new Set([...replies, ...later].map(reply => `${reply.status} ${JSON.stringify(reply.json)}`)).size).toBe(1)
  expect(await rows(id)).toHaveLength(1)
  expect(desk.problem(await send(id, { ...report, rule: 'privacy' }, { key, address })).type).toBe('https://sjovik.example/api#problem-idempotency-conflict')
  await send(id, report)
  expect(await rows(id)).toHaveLength(2)
})

it('only what shows its text can be reported', async () => {
  const hidden = await comment()
  await desk.room.save('comment', hidden, { moderationStatus: 'hidden', hiddenRule: 'hate' })
  for (const id of [await comment({ moderationStatus: 'pending' }), hidden, 'abcdefghijkl', '%20'])
    expect(desk.problem(await send(id, report))).toMatchObject({ status: 404, type: 'https://sjovik.example/api#problem-not-found' })
})

it('what is missing is named', async () => {
  const id = await comment()
  expect(desk.problem(await send(id, { ...report, inGoodFaith: false, rule: 'ugly', text: '' }))).toMatchObject({
    status: 400,
    errors: [{ path: 'rule', code: 'malformed' }, { path: 'text', code: 'required' }, { path: 'inGoodFaith', code: 'malformed' }],
  })
  expect(desk.problem(await send(id, { ...report, homepage: 'https://a.example' }))).toMatchObject({ status: 400, errors: [{ path: 'homepage', code: 'malformed' }] })
  expect(desk.problem(await desk.post(`/comments/${id}/reports`, { json: report }))).toMatchObject({ status: 400, type: 'https://sjovik.example/api#problem-idempotency-key-missing' })
  const got = await fetch(`${cms.url}/api/v1/comments/${id}/reports`)
  expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
  expect(await rows(id)).toEqual([])
})

it('one sender reports only so much at a time', async () => {
  const address = newAddress()
  const ids = await Promise.all([comment(), comment(), comment(), comment()])
  const replies = []
  for (const id of ids)
    replies.push(await send(id, report, { address }))
  expect(replies.map(reply => reply.status)).toEqual([202, 202, 202, 429])
  expect(Number(replies[3]?.headers.get('retry-after'))).toBeGreaterThan(0)
})

it('a fault of the database tells the log nothing of what was sent', async () => {
  const id = await comment()
  await desk.room.sql('alter table comment_report rename to comment_report_away')
  expect((await send(id, { ...report, text: 'Hemligheten.' })).status).toBe(500)
  await desk.room.sql('alter table comment_report_away rename to comment_report')
  expect(cms.output()).toMatch(/comment_report/)
  expect(cms.output()).not.toMatch(/Hemligheten|[0-9a-f]{64}/)
})
