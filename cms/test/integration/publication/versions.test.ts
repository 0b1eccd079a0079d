import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from './newsroom'

let cms: FreshCms
let room: Newsroom

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
})
afterAll(async () => cms?.dispose())

const data = (title: string, over: object = {}) => ({ title, kind: 'essay', body: body(), ...over })

describe('dates', () => {
  it('first published stays, changed follows the changes worth telling', async () => {
    const id = await room.create('article', data('Datum'))
    const first = await room.shown('article', id)
    expect(first).toMatchObject({ version: 1, changeNote: null })
    expect(first.publicUpdatedAt).toBe(first.firstPublishedAt)

    await room.update('article', id, { title: 'Datum, rättat', changeKind: 'correction', changeNote: 'Rubriken är rättad.' })
    const second = await room.shown('article', id)
    expect(second).toMatchObject({ version: 2, firstPublishedAt: first.firstPublishedAt, changeNote: 'Rubriken är rättad.' })
    expect(second.publicUpdatedAt > first.publicUpdatedAt).toBe(true)

    await room.update('article', id, { title: 'Datum, putsat', changeKind: 'language' })
    expect(await room.shown('article', id)).toMatchObject({ version: 3, publicUpdatedAt: second.publicUpdatedAt, changeNote: null })

    await room.unpublish('article', id)
    await room.publish('article', id)
    expect(await room.shown('article', id)).toMatchObject({ version: 4, firstPublishedAt: first.firstPublishedAt, publicUpdatedAt: second.publicUpdatedAt })
  })
  it('of an earlier site are kept', async () => {
    const id = await room.create('article', data('Importerad', { statedUpdatedAt: '2014-12-02T00:00:00.000+01:00' }))
    expect(await room.shown('article', id)).toMatchObject({ firstPublishedAt: null, publicUpdatedAt: '2014-12-01T23:00:00.000Z' })
    await room.update('article', id, { title: 'Importerad och ändrad' })
    const changed = await room.shown('article', id)
    expect(changed).toMatchObject({ version: 2, firstPublishedAt: null })
    expect(changed.publicUpdatedAt > '2026').toBe(true)
  })
  it('each language has its own', async () => {
    const id = await room.create('article', data('Två språk', { statedPublishedAt: '2020-01-01T00:00:00.000Z' }))
    await room.update('article', id, data('Two languages'), { locale: 'en' })
    expect(await room.shown('article', id)).toMatchObject({ version: 1, firstPublishedAt: '2020-01-01T00:00:00.000Z' })
    expect((await room.shown('article', id, 'en')).firstPublishedAt).not.toBe('2020-01-01T00:00:00.000Z')
  })
})

it('the answer, its list item and the log say the same', async () => {
  const id = await room.create('article', data('Samstämmig', { standfirst: 'En ingress.' }))
  const answer = await room.shown('article', id)
  const { body: _body, bodyHtml: _html, translations: _translations, ...summary } = answer
  expect(await room.summary(id)).toEqual(summary)
  expect(answer).toMatchObject({ description: 'En ingress.', readingMinutes: 1, commentCount: 0, commentsOpen: true })
  expect(answer.links).toEqual({
    self: `${cms.url}/api/v1/articles/samstammig`,
    versions: `${cms.url}/api/v1/articles/samstammig/versions`,
    comments: `${cms.url}/api/v1/articles/samstammig/comments`,
  })
  const row = (await room.log()).at(-1)
  expect(row).toMatchObject({ document_id: id, slug: 'samstammig', tags: `article:${id},list:articles`, first_published_at: answer.firstPublishedAt })
  expect(row?.snapshot).not.toMatch(/https?:/)
})

type Kind = 'correction' | 'new-information' | 'language' | null
type Step = { do: 'publish', title: string, kind: Kind, note: string | null } | { do: 'unpublish' } | { do: 'save', title: string }

interface Expected {
  isPublic: boolean
  version: number
  title: string | null
  firstPublishedAt: string | null
  publicUpdatedAt: string | null
  lastNote: string | null
}

/** What the rules say of a step, told once more and plainly; `now` is when the log row was written. */
function expectedAfter(before: Expected, step: Step, draftTitle: string, now: string): { state: Expected, logs: object | null } {
  if (step.do === 'save')
    return { state: before, logs: null }
  if (step.do === 'unpublish')
    return { state: { ...before, isPublic: false }, logs: before.isPublic ? { action: 'unpublished', version: null } : null }
  const isDifferent = before.title !== draftTitle
  if (before.isPublic && !isDifferent)
    return { state: before, logs: null }
  const isFirst = before.version === 0
  const note = step.note === before.lastNote ? null : step.note
  const publicUpdatedAt = isFirst || (isDifferent && step.kind !== 'language') ? now : before.publicUpdatedAt
  const version = before.version + 1
  const firstPublishedAt = isFirst ? now : before.firstPublishedAt
  return {
    state: { isPublic: true, version, title: draftTitle, firstPublishedAt, publicUpdatedAt, lastNote: note ?? before.lastNote },
    logs: { action: 'published', version, change_kind: step.kind, change_note: note, first_published_at: firstPublishedAt, public_updated_at: publicUpdatedAt },
  }
}

const title = fc.constantFrom('Ett', 'Två', 'Tre')
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('publish' as const), title, kind: fc.constantFrom<Kind[]>('correction', 'new-information', 'language', null), note: fc.constantFrom('Rättat.', 'Nytt.', null) }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'unpublish' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('save' as const), title }) },
)

it('the rules hold under any sequence of edits', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
    const id = await room.draft('article', data('Ett'))
    let draftTitle = 'Ett'
    let state: Expected = { isPublic: false, version: 0, title: null, firstPublishedAt: null, publicUpdatedAt: null, lastNote: null }
    for (const step of steps) {
      const seq = await room.lastSeq()
      if (step.do === 'unpublish') {
        await room.unpublish('article', id)
      }
      else {
        draftTitle = step.title
        await (step.do === 'save' ? room.save('article', id, { title: draftTitle }) : room.update('article', id, { title: draftTitle, changeKind: step.kind, changeNote: step.note }))
      }
      const rows = await room.log(seq)
      const { state: after, logs } = expectedAfter(state, step, draftTitle, rows[0]?.at ?? '')
      state = after
      expect(rows).toEqual(logs === null ? [] : [expect.objectContaining(logs)])
      const shown = await room.answer('article', id)
      const { version, firstPublishedAt, publicUpdatedAt } = state
      expect(shown).toEqual(state.isPublic ? expect.objectContaining({ title: state.title, version, firstPublishedAt, publicUpdatedAt }) : null)
    }
    await room.remove('article', id)
  }), { numRuns: 12 })
}, 300_000)

it('leaves a whole log and a read model that a rebuild makes the same', async () => {
  expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
  const before = await room.readModel()
  await cms.run('rebuild')
  expect(await room.readModel()).toEqual(before)
})
