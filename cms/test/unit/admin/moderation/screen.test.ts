import type { ScreenEvent, ScreenState } from '../../../../src/admin/moderation/state/screen'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bulkChoicesFor, choicesFor, questionAction } from '../../../../src/admin/moderation/state/actions'
import { emptyScreen, neighbour, screenReducer, successor } from '../../../../src/admin/moderation/state/screen'

const after = (...events: ScreenEvent[]): ScreenState => events.reduce(screenReducer, emptyScreen)
const notice = { text: 'Kommentaren är godkänd.', details: [], undo: null }
const failure = { text: 'Mona hann före.', isConflict: true }

describe('screenReducer', () => {
  it('chooses and takes back', () => {
    expect(after({ type: 'chosen', id: 'a' }, { type: 'chosen', id: 'b' }, { type: 'chosen', id: 'a' }).chosen).toEqual(['b'])
  })

  it('keeps what is chosen while one looks at the comments one by one', () => {
    expect(after({ type: 'chosen', id: 'a' }, { type: 'comment-opened' }).chosen).toEqual(['a'])
  })

  it('lets nothing stay chosen that the list no longer shows', () => {
    expect(after({ type: 'all-chosen', ids: ['a', 'b'] }, { type: 'listed', ids: ['b', 'c'] }).chosen).toEqual(['b'])
  })

  it('draws nothing anew when a list is fetched again and nothing has changed', () => {
    const state = after({ type: 'chosen', id: 'a' })
    expect(screenReducer(state, { type: 'listed', ids: ['a', 'b'] })).toBe(state)
  })

  it('keeps the form open after a refusal, and closes it when it is done', () => {
    const form = { kind: 'decline', on: 'open' } as const
    expect(after({ type: 'form-opened', ...form }, { type: 'failed', failure })).toMatchObject({ form, failure })
    expect(after({ type: 'form-opened', ...form }, { type: 'failed', failure }, { type: 'done', notice })).toMatchObject({ form: null, failure: null, notice })
  })

  it('forgets a refusal when another comment is opened', () => {
    expect(after({ type: 'failed', failure }, { type: 'comment-opened' }).failure).toBeNull()
  })

  it('begins anew in another queue', () => {
    const state = after({ type: 'chosen', id: 'a' }, { type: 'paged-on', cursor: 'x' }, { type: 'done', notice }, { type: 'queue-opened' })
    expect({ ...state, focus: emptyScreen.focus }).toEqual(emptyScreen)
  })

  it('pages back the way it came, and leaves what was chosen', () => {
    expect(after({ type: 'chosen', id: 'a' }, { type: 'paged-on', cursor: 'x' }, { type: 'paged-on', cursor: 'y' }, { type: 'paged-back' })).toMatchObject({ cursors: ['x'], chosen: [] })
  })
})

describe('neighbour', () => {
  it.each([
    ['b', 1, 'c'],
    ['b', -1, 'a'],
    ['c', 1, null],
    ['a', -1, null],
    [null, 1, 'a'],
    ['gone', -1, 'a'],
  ] as const)('of %s by %i is %s', (id, step, found) => {
    expect(neighbour(['a', 'b', 'c'], id, step)).toBe(found)
  })

  it('is nobody in an empty list', () => {
    expect(neighbour([], null, 1)).toBeNull()
  })
})

describe('successor', () => {
  it.each([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'b'],
    ['gone', 'a'],
  ])('%s is followed by %s', (id, next) => {
    expect(successor(['a', 'b', 'c'], id)).toBe(next)
  })

  it('is another comment of the list, and there is one as long as there are others', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string()), fc.nat(), (ids, at) => {
      const id = ids[at % Math.max(ids.length, 1)] ?? 'gone'
      const next = successor(ids, id)
      expect(next).not.toBe(id)
      expect(next === null).toBe(ids.every(other => other === id))
      expect(next === null || ids.includes(next)).toBe(true)
    }))
  })
})

describe('what can be decided', () => {
  const names = (status: Parameters<typeof choicesFor>[0]['status']) => choicesFor({ status }).map(({ name }) => name)
  it.each([
    ['pending', ['approve', 'answer', 'decline', 'spam']],
    ['approved', ['answer', 'hide', 'spam', 'undo']],
    ['declined', ['approve', 'spam', 'undo']],
    ['hidden', ['undo']],
    ['spam', ['approve', 'decline', 'undo']],
    ['withdrawn', []],
    ['erased', []],
  ] as const)('of one that is %s: %j', (status, expected) => {
    expect(names(status)).toEqual(expected)
  })

  it('of many is what each of them allows, and answers are for one', () => {
    expect(bulkChoicesFor([{ status: 'pending' }, { status: 'spam' }]).map(({ name }) => name)).toEqual(['approve', 'decline'])
    expect(bulkChoicesFor([{ status: 'pending' }, { status: 'pending' }]).map(({ name }) => name)).toEqual(['approve', 'decline', 'spam'])
    expect(bulkChoicesFor([])).toEqual([])
  })

  it.each([
    ['pending', false, 'question'],
    ['approved', true, 'no-question'],
    ['declined', true, null],
  ] as const)('%s, a question: %s', (status, isQuestion, action) => {
    expect(questionAction({ status, isQuestion })).toBe(action)
  })
})
