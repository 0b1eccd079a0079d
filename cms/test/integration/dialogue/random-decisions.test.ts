import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import type { Desk, LedgerEntry } from './moderation-desk'
import fc from 'fast-check'
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
let articles: string[]
const comments: string[] = []

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  desk = createDesk(cms, room)
  moderator = await signInAs(cms, 'klartext-moderator')
  person = await room.create('person', { name: 'Karim Nordin' })
  articles = [await desk.article({ authors: [person] }), await desk.article()]
})
afterAll(async () => cms?.dispose())

type Step = () => Promise<unknown>
const one = fc.nat(1000)
const commentAt = (number: number): string => comments[number % Math.max(1, comments.length)] ?? 'f'.repeat(24)
const articleAt = (number: number): string => articles[number % articles.length] ?? ''
const keep = async (id: string): Promise<void> => { comments.push(id) }

/** Anything that moderators, senders, readers and administrators do, each by its own way; much of it is refused. */
const step: fc.Arbitrary<[name: string, run: Step]> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(one, fc.boolean(), fc.constantFrom('pending', 'pending', 'approved', 'spam'), fc.boolean()).map(([number, isQuestion, moderationStatus, isReply]): [string, Step] =>
    [`new ${moderationStatus}`, async () => keep(await desk.comment(articleAt(number), { isQuestion, moderationStatus, parentId: isReply ? commentAt(number) : null }))]) },
  { weight: 8, arbitrary: fc.tuple(one, fc.constantFrom('approve', 'approve', 'decline', 'hide', 'spam', 'undo', 'question', 'no-question')).map(([number, action]): [string, Step] =>
    [action, async () => desk.decide(moderator, commentAt(number), action, { rule: 'hate' })]) },
  { weight: 2, arbitrary: one.map((number): [string, Step] => ['answer', async () => desk.answer(moderator, commentAt(number), person, 'Svar.')]) },
  { weight: 2, arbitrary: fc.tuple(one, fc.constantFrom('approved', 'declined', 'hidden', 'spam', 'pending')).map(([number, moderationStatus]): [string, Step] =>
    [`save ${moderationStatus}`, async () => room.save('comment', commentAt(number), { moderationStatus, hiddenRule: 'Fritt skriven regel' })]) },
  fc.tuple(one, fc.constantFrom('withdrawBySender', 'eraseBySender')).map(([number, name]): [string, Step] => [name, async () => cms.run(name, { commentId: commentAt(number) })]),
  one.map((number): [string, Step] => ['edit', async () => cms.run('editBySender', { commentId: commentAt(number), edit: { name: 'Bo', text: `Nytt ${number}.`, isQuestion: number % 2 === 0 } })]),
  one.map((number): [string, Step] => ['clone', async () => room.call('comment', 'clone', { documentId: commentAt(number), data: {} })]),
  one.map((number): [string, Step] => ['delete', async () => room.remove('comment', commentAt(number))]),
  fc.tuple(one, fc.boolean()).map(([number, isPublic]): [string, Step] => [`article ${isPublic}`, async () => isPublic ? room.publish('article', articleAt(number)) : room.unpublish('article', articleAt(number))]),
)

interface Row { document_id: string, moderation_status: string, is_question: boolean | number, answered_at: unknown, person_id: string | null }
interface Item { comment_id: string, status: string, is_open_question: boolean | number, revision: number }

/** The state of a comment as its ledger alone tells it. */
function told(entries: readonly LedgerEntry[]): { status: string, isQuestion: boolean } {
  const undone = new Set(entries.map(entry => entry.undoes))
  const decided: Record<string, string> = { approved: 'approved', written: 'approved', declined: 'declined', hidden: 'hidden', spam: 'spam', withdrawn: 'withdrawn', erased: 'erased' }
  const last = entries.findLast(entry => decided[entry.event] && !undone.has(entry.seq))
  return {
    status: last ? decided[last.event] ?? '' : 'pending',
    isQuestion: entries.findLast(entry => entry.event === 'question' || entry.event === 'no-question')?.event === 'question',
  }
}

async function check(): Promise<void> {
  const rows = await room.sql<Row>('select document_id, moderation_status, is_question, answered_at, person_id from comments order by document_id')
  const shown = new Set((await room.sql<{ document_id: string }>('select document_id from public_comment where state = \'approved\'')).map(row => row.document_id))
  const items = await room.sql<Item>('select * from moderation_item order by comment_id')
  const ledger = Map.groupBy(await desk.ledger(), entry => entry.comment_id)
  // where each comment stands follows from its row
  expect(items.map(item => [item.comment_id, item.status, Boolean(item.is_open_question)])).toEqual(rows.map(row =>
    [row.document_id, row.moderation_status, shown.has(row.document_id) && Boolean(row.is_question) && row.answered_at === null]))
  // and so do the totals
  const totals = Object.fromEntries((await room.sql<{ queue: string, total: number }>('select queue, total from moderation_total')).map(row => [row.queue, row.total]))
  const count = (status: string): number => items.filter(item => item.status === status).length
  expect(totals).toEqual({ waiting: count('pending'), questions: items.filter(item => item.is_open_question).length, reported: 0, approved: count('approved'), declined: count('declined'), spam: count('spam'), hidden: count('hidden'), withdrawn: count('withdrawn') })
  for (const row of rows) {
    const entries = ledger.get(row.document_id) ?? []
    const story = `${row.document_id}: ${entries.map(entry => entry.event).join(' ')}`
    expect(told(entries), story).toEqual({ status: row.moderation_status, isQuestion: Boolean(row.is_question) })
    expect(entries.filter(entry => entry.event === 'received'), story).toHaveLength(row.person_id === null ? 1 : entries.filter(entry => entry.event === 'received').length)
    const undone = new Set(entries.map(entry => entry.undoes))
    const standing = (event: string): number => entries.filter(entry => entry.event === event && !undone.has(entry.seq)).length
    expect([standing('asked'), standing('answered'), standing('approved')].every(total => total <= 1), story).toBe(true)
    if (shown.has(row.document_id) && row.is_question)
      expect([standing('asked'), standing('answered')], story).toEqual([1, row.answered_at === null ? 0 : 1])
  }
  await cms.run('rebuildQueues')
  expect(await room.sql('select * from moderation_item order by comment_id')).toEqual(items)
  expect(Object.fromEntries((await room.sql<{ queue: string, total: number }>('select queue, total from moderation_total')).map(row => [row.queue, row.total]))).toEqual(totals)
}

it('whatever happens, the ledger tells each comment\'s story, and the queues and their totals follow from the comments', async () => {
  let done = 0
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 40 }), async (history) => {
    for (const [, run] of history) {
      const error = await run().then(() => null, (error: Error) => error)
      if (error)
        expect(['ValidationError', 'NotFoundError'], error.message).toContain((error as Error & { remoteName?: string }).remoteName)
      else
        done += 1
    }
    await check()
    const before = await room.readModel()
    await cms.run('rebuild')
    expect(await room.readModel()).toEqual(before)
  }), { numRuns: 6 })
  expect(done).toBeGreaterThan(60)
}, 300_000)
