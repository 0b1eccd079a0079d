import type { CommentChange } from '../../publication/comment-observers'
import type { CommentRow } from '../../publication/comments/comment-row'
import type { LedgerEvent } from '../ledger/append'
import type { LedgerRow } from '../ledger/ledger-row'

/** What the ledger is told of a change. */
export interface ChangeEvent {
  event: LedgerEvent
  /** The row that it takes back or replaces. */
  undoes: LedgerRow | null
}

type Status = CommentRow['moderationStatus']

const decisions: ReadonlySet<LedgerEvent> = new Set(['written', 'approved', 'declined', 'hidden', 'spam', 'withdrawn', 'erased'])
const isShown = (event: LedgerEvent): boolean => event === 'approved' || event === 'written'
/** Decisions that the next one replaces: readers never saw what they were about, or not for long. */
const replaced: Readonly<Partial<Record<Status, (event: LedgerEvent) => boolean>>> = {
  approved: event => event === 'declined' || event === 'spam' || event === 'withdrawn',
  declined: event => event !== 'hidden' && event !== 'withdrawn',
  spam: event => event !== 'hidden' && event !== 'withdrawn',
}

/**
 * What a change of a comment's row means: that it came in, what was decided, what was taken back, what was edited.
 * @param change the row before and after
 * @param standing what the ledger says of the comment and holds, oldest first
 */
export function eventsOfChange(change: CommentChange, standing: readonly LedgerRow[]): ChangeEvent[] {
  const { before, after } = change
  if (!after)
    return before && before.moderationStatus !== 'erased' ? [event('erased')] : []
  const isOwn = after.personId !== null
  if (!before) {
    const opening = isOwn ? [] : [event('received')]
    return [...opening, ...after.moderationStatus === 'pending' ? [] : decided(after, standing), ...after.isQuestion ? [event('question')] : []]
  }
  const isErased = after.moderationStatus === 'erased'
  const isEdited = !isErased && (before.bodyText !== after.bodyText || before.authorName !== after.authorName)
  return [
    ...isEdited ? [event('edited')] : [],
    ...before.moderationStatus === after.moderationStatus ? [] : decided(after, standing),
    ...before.isQuestion === after.isQuestion ? [] : [event(after.isQuestion ? 'question' : 'no-question')],
  ]
}

function decided(after: CommentRow, standing: readonly LedgerRow[]): ChangeEvent[] {
  const status = after.moderationStatus
  const taken = standing.filter(row => decisions.has(row.event))
  if (status === 'pending')
    return takenBack(taken)
  const last = taken.at(-1) ?? null
  const replaces = last && replaced[status]?.(last.event) ? last : null
  if (status !== 'approved')
    return [event(status, replaces)]
  // what stands approved already is not approved once more
  const shown = taken.findLastIndex(row => isShown(row.event))
  if (shown >= 0)
    return takenBack(taken.slice(shown + 1))
  return [event(after.personId === null ? 'approved' : 'written', replaces)]
}

/** One event for each decision that is taken back; one at least, so that the ledger tells of the change. */
const takenBack = (rows: readonly LedgerRow[]): ChangeEvent[] =>
  rows.length === 0 ? [event('restored')] : rows.map(row => event('restored', row))

const event = (name: LedgerEvent, undoes: LedgerRow | null = null): ChangeEvent => ({ event: name, undoes })
