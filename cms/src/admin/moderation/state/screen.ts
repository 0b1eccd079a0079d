import type { Failure } from '../data/failure'

/** The forms that a decision can need. */
export type Form = 'answer' | 'decline' | 'hide'

/** What has just been done. */
export interface Notice {
  text: string
  details: string[]
  /** What can be taken back with one key; null when nothing can. */
  undo: { id: string, expected: number, name: string | null } | null
}

/** What the screen holds beside what it fetches; which queue and which comment are open stands in the address. */
export interface ScreenState {
  /** Ids of the comments that are chosen for one decision on all of them. */
  chosen: string[]
  /** The form that is open, and whether it is for the open comment or for all that are chosen. */
  form: { kind: Form, on: 'open' | 'chosen' } | null
  notice: Notice | null
  failure: Failure | null
  /** Where the pages that were left behind began; the last one is where the shown page begins. */
  cursors: string[]
  /** Where the focus is to move, each time that `turn` grows. */
  focus: { on: 'comment' | 'list', turn: number }
}

export type ScreenEvent
  = | { type: 'queue-opened' }
    | { type: 'comment-opened' }
    | { type: 'chosen', id: string }
    | { type: 'all-chosen', ids: string[] }
    | { type: 'listed', ids: string[] }
    | { type: 'form-opened', kind: Form, on: 'open' | 'chosen' }
    | { type: 'form-closed' }
    | { type: 'done', notice: Notice }
    | { type: 'failed', failure: Failure }
    | { type: 'notice-closed' }
    | { type: 'focus-asked', on: 'comment' | 'list' }
    | { type: 'paged-on', cursor: string }
    | { type: 'paged-back' }

export const emptyScreen: ScreenState = { chosen: [], form: null, notice: null, failure: null, cursors: [], focus: { on: 'list', turn: 0 } }

/** What the screen holds after something has happened. */
export function screenReducer(state: ScreenState, event: ScreenEvent): ScreenState {
  switch (event.type) {
    case 'queue-opened':
      return { ...emptyScreen, focus: state.focus }
    case 'comment-opened':
      // what was chosen stays chosen while one looks at the comments one by one
      return { ...state, form: null, failure: null, focus: moved(state, 'comment') }
    case 'chosen':
      return { ...state, chosen: toggled(state.chosen, event.id) }
    case 'all-chosen':
      return { ...state, chosen: event.ids }
    case 'listed': {
      // a comment that a colleague has decided on leaves the list, and cannot stay chosen unseen
      const chosen = state.chosen.filter(id => event.ids.includes(id))
      return chosen.length === state.chosen.length ? state : { ...state, chosen }
    }
    case 'form-opened':
      return { ...state, form: { kind: event.kind, on: event.on }, failure: null }
    case 'form-closed':
      return { ...state, form: null, failure: null }
    case 'done':
      return { ...state, form: null, failure: null, notice: event.notice }
    case 'failed':
      return { ...state, failure: event.failure }
    case 'notice-closed':
      return { ...state, notice: null }
    case 'focus-asked':
      return { ...state, focus: moved(state, event.on) }
    case 'paged-on':
      return { ...state, chosen: [], form: null, cursors: [...state.cursors, event.cursor], focus: moved(state, 'list') }
    case 'paged-back':
      return { ...state, chosen: [], form: null, cursors: state.cursors.slice(0, -1), focus: moved(state, 'list') }
  }
}

const moved = ({ focus }: ScreenState, on: 'comment' | 'list'): ScreenState['focus'] => ({ on, turn: focus.turn + 1 })

const toggled = (ids: string[], id: string): string[] => ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id]

/**
 * The comment one step from another in the list.
 * @returns null at the end of the list; the first when the other is not in it
 */
export function neighbour(ids: string[], id: string | null, step: 1 | -1): string | null {
  const index = id === null ? -1 : ids.indexOf(id)
  return (index === -1 ? ids[0] : ids[index + step]) ?? null
}

/** Where to go when a comment leaves the list: to the next one, else to the one before. */
export function successor(ids: string[], id: string): string | null {
  const others = ids.filter(other => other !== id)
  return others[Math.min(Math.max(ids.indexOf(id), 0), others.length - 1)] ?? null
}
