import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import type { Desk } from './moderation-desk'
import { ApiProblem, createClient } from '@klartext/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs } from '../../harness/admin-session'
import { freshCms } from '../../harness/fresh-cms'
import { createNewsroom } from '../publication/newsroom'
import { createDesk } from './moderation-desk'

let cms: FreshCms
let room: Newsroom
let desk: Desk
let moderator: AdminSession
let person: string
const articles: Record<'school' | 'water' | 'nobody', string> = { school: '', water: '', nobody: '' }

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  desk = createDesk(cms, room)
  moderator = await signInAs(cms, 'klartext-moderator')
  person = await room.create('person', { name: 'Karim Nordin' })
  const school = await room.create('organisation', { name: 'Skolan', slug: 'skolan', kind: 'department' })
  const water = await room.create('organisation', { name: 'Vattenverket', slug: 'vattenverket', kind: 'agency' })
  articles.school = await desk.article({ publisher: school })
  articles.water = await desk.article({ publisher: water, organisations: [school] })
  articles.nobody = await desk.article()
})
afterAll(async () => cms?.dispose())

const account = async (organisation?: string) => createClient({ baseUrl: cms.url }).openness.read(organisation ? { organisation } : {})

/** A public question of some time, answered so many minutes later. */
async function asked(article: string, writtenAt: string, minutes: number | null): Promise<string> {
  const id = await desk.comment(article, { isQuestion: true, moderationStatus: 'approved', writtenAt })
  if (minutes !== null)
    await desk.comment(article, { parentId: id, personId: person, authorName: null, moderationStatus: 'approved', writtenAt: new Date(Date.parse(writtenAt) + minutes * 60_000).toISOString() })
  return id
}

const nothing = {
  received: 0,
  approved: 0,
  declined: {},
  hidden: {},
  spam: 0,
  withdrawn: 0,
  reports: { received: 0, upheld: 0, rejected: 0 },
  questions: { asked: 0, answered: 0, medianMinutesToAnswer: null },
}

it('says nothing of nothing', async () => {
  expect(await account()).toEqual({
    organisation: null,
    months: [],
    total: nothing,
    waiting: { comments: 0, questions: 0, oldestQuestionAt: null },
    links: { self: `${cms.url}/api/v1/openness`, page: 'https://sjovik.example/oppenhet' },
  })
})

it('counts months that were counted by hand, on the whole site and by publisher, with the medians', async () => {
  // the last half hour of April in UTC is May in Stockholm
  await asked(articles.school, '2026-04-30T22:30:00.000Z', 30)
  await asked(articles.school, '2026-05-04T08:00:00.000Z', 1000)
  await asked(articles.school, '2026-05-05T08:00:00.000Z', 90)
  await asked(articles.water, '2026-05-06T08:00:00.000Z', 50)
  await asked(articles.nobody, '2026-05-07T08:00:00.000Z', null)
  // asked in May, answered in June
  await asked(articles.school, '2026-05-31T21:00:00.000Z', 100)
  await desk.comment(articles.water, { moderationStatus: 'approved', writtenAt: '2026-06-10T08:00:00.000Z' })

  const may = { ...nothing, received: 6, approved: 6, questions: { asked: 6, answered: 4, medianMinutesToAnswer: 70 } }
  const june = { ...nothing, received: 1, approved: 1, questions: { asked: 0, answered: 1, medianMinutesToAnswer: 100 } }
  expect(await account()).toMatchObject({
    months: [{ month: '2026-06', ...june }, { month: '2026-05', ...may }],
    // 30, 50, 90, 100, 1000
    total: { ...nothing, received: 7, approved: 7, questions: { asked: 6, answered: 5, medianMinutesToAnswer: 90 } },
    waiting: { comments: 0, questions: 1, oldestQuestionAt: '2026-05-07T08:00:00.000Z' },
  })
  expect(await account('skolan')).toMatchObject({
    organisation: { slug: 'skolan', name: 'Skolan' },
    months: [
      { month: '2026-06', ...nothing, questions: { asked: 0, answered: 1, medianMinutesToAnswer: 100 } },
      { month: '2026-05', ...nothing, received: 4, approved: 4, questions: { asked: 4, answered: 3, medianMinutesToAnswer: 90 } },
    ],
    total: { questions: { asked: 4, answered: 4, medianMinutesToAnswer: 95 } },
    waiting: { comments: 0, questions: 0, oldestQuestionAt: null },
    links: { self: `${cms.url}/api/v1/openness?organisation=skolan`, page: 'https://sjovik.example/oppenhet/skolan' },
  })
  expect((await account('vattenverket')).total.questions).toEqual({ asked: 1, answered: 1, medianMinutesToAnswer: 50 })
})

it('counts each decision once, in the month in which it was taken, and none that was taken back', async () => {
  const before = await account()
  const comment = async () => desk.comment(articles.water)
  const [declined, alsoDeclined, hidden, spam, changed, undone, waiting] = [await comment(), await comment(), await comment(), await comment(), await comment(), await comment(), await comment()]
  await desk.decide(moderator, declined, 'decline', { rule: 'hate' })
  await desk.decide(moderator, alsoDeclined, 'decline', { rule: 'off-topic' })
  await desk.decide(moderator, hidden, 'approve')
  await desk.decide(moderator, hidden, 'hide', { rule: 'privacy' })
  await desk.decide(moderator, spam, 'spam')
  // held for spam, but it was none: only the approval stands
  await desk.decide(moderator, changed, 'spam')
  await desk.decide(moderator, changed, 'approve')
  await desk.decide(moderator, undone, 'approve')
  await desk.decide(moderator, undone, 'undo')
  // an answer of the site's own people is no comment that came in
  await desk.answer(moderator, changed, person, 'Tack.')
  const [month] = (await account()).months
  expect(month).toEqual({
    ...nothing,
    month: expect.stringMatching(/^\d{4}-\d{2}$/),
    received: 7,
    approved: 2,
    declined: { 'hate': 1, 'off-topic': 1 },
    hidden: { privacy: 1 },
    spam: 1,
  })
  const now = await account()
  expect(now.waiting).toMatchObject({ comments: 2 })
  expect((await account('vattenverket')).waiting).toMatchObject({ comments: 2 })
  expect(now.total).toMatchObject({ received: before.total.received + 7, declined: { 'hate': 1, 'off-topic': 1 } })
  await desk.decide(moderator, waiting, 'approve')
  expect((await account()).months[0]).toMatchObject({ approved: 3 })
})

it('is kept, and counted anew when something is added', async () => {
  await account()
  const kept = async () => (await room.sql<{ month: string }>('select month from openness_month where organisation_id = \'\' order by month')).map(row => row.month)
  const months = await kept()
  expect(months).toHaveLength(3)
  await desk.comment(articles.nobody, { moderationStatus: 'approved', writtenAt: '2026-06-11T08:00:00.000Z' })
  expect(await kept()).toEqual(months.filter(month => month !== '2026-06'))
  expect((await account()).months[1]).toMatchObject({ month: '2026-06', received: 2 })
  expect(await kept()).toEqual(months)
})

it('is asked in English, and not of an organisation that is not there', async () => {
  const answer = await fetch(`${cms.url}/api/v1/openness?language=en&organisation=skolan`)
  expect(await answer.json()).toMatchObject({ organisation: { url: 'https://sjovik.example/en/organisations/skolan' }, links: { page: 'https://sjovik.example/en/openness/skolan' } })
  expect(answer.headers.get('cache-tag')).toMatch(/^openness,organisation:/)
  await expect(account('ingen')).rejects.toBeInstanceOf(ApiProblem)
  expect((await fetch(`${cms.url}/api/v1/openness?month=2026-05`)).status).toBe(400)
})
