import type { AdminSession } from '../../harness/admin-session'
import type { BootedCms } from '../../harness/boot'
import type { Newsroom } from '../publication/newsroom'
import type { Desk } from './moderation-desk'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, signInAs } from '../../harness/admin-session'
import { bootCms } from '../../harness/boot'
import { freshData } from '../../harness/fresh-cms'
import { createNewsroom } from '../publication/newsroom'
import { createDesk } from './moderation-desk'

let cms: BootedCms
let data: { folder: string, databaseUrl: string | null }
let room: Newsroom
let desk: Desk
let moderator: AdminSession
let article: string
const questions: string[] = []

const boot = async () => {
  cms = await bootCms({ dataDir: data.folder, databaseUrl: data.databaseUrl ?? undefined, environment: { ANSWER_WITHIN_DAYS: '3' } })
  const fresh = { ...cms, databaseUrl: data.databaseUrl, dispose: async () => cms.stop() }
  room = createNewsroom(fresh)
  desk = createDesk(fresh, room)
  moderator = await signInAs(cms, 'klartext-moderator')
}
const daysAgo = (days: number): string => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString()
const ids = (items: unknown[]) => items.map(item => read(item, 'id'))
const get = (path: string) => moderator.request('GET', `/klartext/moderation${path}`)

beforeAll(async () => {
  data = await freshData()
  await boot()
  article = await desk.article()
  for (const age of [1.5, 8, 2.9, 3.1])
    questions.push(await desk.comment(article, { isQuestion: true, moderationStatus: 'approved', writtenAt: daysAgo(age) }))
})
afterAll(async () => {
  await cms?.stop()
  await rm(data.folder, { recursive: true, force: true })
})

describe('a queue', () => {
  it('of questions has the oldest first, with their age, and tells which are late', async () => {
    const [newest, oldest, almost, late] = questions
    const items = await desk.queue(moderator, 'questions')
    expect(ids(items)).toEqual([oldest, late, almost, newest])
    expect(items.map(item => [read(item, 'ageDays'), read(item, 'isOverdue')])).toEqual([[8, true], [3, true], [2, false], [1, false]])
    expect(await desk.totals(moderator)).toMatchObject({ questions: 4, overdue: 2, answerWithinDays: 3, waiting: 0, approved: 4 })
  })

  it('is paged from where a page ended, whatever happened in between', async () => {
    const waiting: string[] = []
    for (let number = 0; number < 5; number++)
      waiting.push(await desk.comment(article, { writtenAt: daysAgo(10 - number) }))
    const first = (await get('/queues/waiting?limit=2')).body
    expect([ids(read(first, 'items') as unknown[]), read(first, 'total')]).toEqual([waiting.slice(0, 2), 5])
    await desk.decide(moderator, waiting[0] ?? '', 'spam')
    const second = (await get(`/queues/waiting?limit=2&after=${String(read(first, 'next'))}`)).body
    expect(ids(read(second, 'items') as unknown[])).toEqual(waiting.slice(2, 4))
    const third = (await get(`/queues/waiting?limit=2&after=${String(read(second, 'next'))}`)).body
    expect([ids(read(third, 'items') as unknown[]), read(third, 'next'), read(third, 'total')]).toEqual([waiting.slice(4), null, 4])
    // what was decided on is read from the newest
    expect(ids(await desk.queue(moderator, 'approved'))).toEqual([questions[0], questions[2], questions[3], questions[1]])
  })

  it.each([
    ['/queues/alla', 404],
    ['/queues/waiting?limit=0', 400],
    ['/queues/waiting?limit=101', 400],
    ['/queues/waiting?after=bara-fel', 400],
    [`/comments/${'f'.repeat(24)}`, 404],
  ])('%s is answered %d in Swedish', async (path, status) => {
    const answer = await get(path)
    expect([answer.status, read(answer.body, 'error', 'message')]).toEqual([status, expect.stringMatching(/[a-zåäö ]+\./)])
  })
})

it('what was written before there were queues is entered in them at the next start', async () => {
  const tables = ['moderation_item', 'moderation_total', 'moderation_ledger']
  const before = await room.sql<Record<string, unknown>>('select comment_id, status, is_open_question, received_at from moderation_item order by comment_id')
  const totals = await room.sql('select * from moderation_total order by queue')
  for (const table of tables)
    await room.sql(`delete from ${table}`)
  await cms.stop()
  await boot()
  expect(await room.sql('select comment_id, status, is_open_question, received_at from moderation_item order by comment_id')).toEqual(before)
  expect(await room.sql('select * from moderation_total order by queue')).toEqual(totals)
  expect(await desk.events(questions[0] ?? '')).toEqual(['received', 'approved', 'question', 'asked'])
})
