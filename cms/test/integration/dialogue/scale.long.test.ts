import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import type { Desk } from './moderation-desk'
import { threadSchema } from '@klartext/contract'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { read, signInAs } from '../../harness/admin-session'
import { freshCms } from '../../harness/fresh-cms'
import { createNewsroom } from '../publication/newsroom'
import { createDesk } from './moderation-desk'

const threads = 100
const repetitions = 150

/** A site with a hundred threads of one length. */
interface Site {
  cms: FreshCms
  room: Newsroom
  desk: Desk
  moderator: AdminSession
  /** The article whose thread is read. */
  article: string
  slug: string
  /** How many comments it holds. */
  total: number
}

let small: Site
let large: Site

async function site(each: number): Promise<Site> {
  const cms = await freshCms()
  const room = createNewsroom(cms)
  const desk = createDesk(cms, room)
  const moderator = await signInAs(cms, 'klartext-moderator')
  const article = await desk.article()
  // the other threads stand under articles that are taken to be there
  const articleIds = [article, ...Array.from({ length: threads - 1 }, (_, index) => `article${String(index).padStart(17, '0')}`)]
  await cms.run('loadComments', { articleIds, each, from: 0 })
  return { cms, room, desk, moderator, article, slug: (await room.shown('article', article)).slug, total: each * threads }
}

beforeAll(async () => {
  small = await site(100)
  large = await site(10_000)
}, 1_800_000)
afterAll(async () => {
  await small?.cms.dispose()
  await large?.cms.dispose()
})

const thread = (query = '') => async ({ cms, slug }: Site) => {
  const answer = await fetch(`${cms.url}/api/v1/articles/${slug}/comments${query}`)
  return answer.json()
}
const admin = (path: string) => async ({ moderator }: Site) => (await moderator.request('GET', `/klartext/moderation${path}`)).body

const reads: [name: string, run: (site: Site) => Promise<unknown>][] = [
  ['first page of a thread', thread()],
  ['first page of a thread, 40 roots', thread('?limit=40')],
  ['counts of the queues', admin('/queues')],
  ...['waiting', 'questions', 'reported', 'approved', 'declined', 'spam'].map((queue): typeof reads[number] => [`queue ${queue}`, admin(`/queues/${queue}`)]),
]

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** The medians of both sites, asked in turn, so that what else the machine does weighs on both alike. */
async function compare(run: (site: Site, repetition: number) => Promise<unknown>, times = repetitions): Promise<{ small: number, large: number, ratio: number }> {
  const taken: Record<'small' | 'large', number[]> = { small: [], large: [] }
  const timed = async (name: keyof typeof taken, site: Site, repetition: number): Promise<void> => {
    const start = performance.now()
    await run(site, repetition)
    if (repetition >= 10)
      taken[name].push(performance.now() - start)
  }
  for (let repetition = 0; repetition < times + 10; repetition++) {
    await timed('small', small, repetition)
    await timed('large', large, repetition)
  }
  const result = { small: median(taken.small), large: median(taken.large) }
  return { ...result, ratio: result.large / result.small }
}

function tell(name: string, { small, large, ratio }: { small: number, large: number, ratio: number }): void {
  console.log(`${inject('engine')}: ${name}: ${small.toFixed(2)} ms at 100 of 10,000; ${large.toFixed(2)} ms at 10,000 of 1,000,000; ratio ${ratio.toFixed(2)}`)
}

it('what was loaded is there', async () => {
  for (const site of [small, large]) {
    const page = v.parse(threadSchema, await thread()(site))
    expect(page).toMatchObject({ total: site.total / threads * 0.9, rootTotal: site.total / threads * 0.45 })
    expect(page.items).toHaveLength(20)
    expect(page.items.every(item => item.replyCount === 1 && item.replies.length === 1)).toBe(true)
    expect(await admin('/queues')(site)).toMatchObject({ waiting: site.total * 0.04, declined: site.total * 0.02, spam: site.total * 0.04, approved: site.total * 0.9, reported: site.total / 500, questions: site.total / 100 })
    expect(read(await admin('/queues/waiting')(site), 'total')).toBe(site.total * 0.04)
  }
})

it.each(reads)('%s costs the same at 1,000,000 comments', async (name, run) => {
  const result = await compare(run)
  tell(name, result)
  expect(result.ratio).toBeLessThanOrEqual(1.5)
}, 300_000)

it('a decision costs the same, however long the thread and the site are', async () => {
  const result = await compare(async ({ desk, moderator, article }) => {
    const id = await desk.comment(article)
    expect((await desk.decide(moderator, id, 'approve')).status).toBe(200)
  }, 60)
  tell('a comment that comes in and is approved', result)
  expect(result.ratio).toBeLessThanOrEqual(1.5)
}, 300_000)
