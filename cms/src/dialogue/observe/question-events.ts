import type { CommentRow } from '../../publication/comments/comment-row'
import type { LedgerRow } from '../ledger/ledger-row'
import type { ChangeEvent } from './events-of-change'

/** What stays asked although nobody can see it any more: it was public, and its time was counted. */
const wasPublic: ReadonlySet<CommentRow['moderationStatus']> = new Set(['approved', 'hidden', 'withdrawn', 'erased'])

/**
 * What the ledger is told of a comment as a question: that it was asked in public, that somebody of the site answered it, or that what it
 * said of that holds no more.
 * @param comment its row
 * @param isShown whether readers see its text
 * @param standing what the ledger says of it and holds
 */
export function questionEvents(comment: CommentRow, isShown: boolean, standing: readonly LedgerRow[]): ChangeEvent[] {
  const asked = standing.find(row => row.event === 'asked') ?? null
  const answered = standing.find(row => row.event === 'answered') ?? null
  const isAnswered = comment.answeredAt !== null
  if (comment.isQuestion && isShown) {
    return [
      ...asked ? [] : [{ event: 'asked' as const, undoes: null }],
      ...isAnswered && !answered ? [{ event: 'answered' as const, undoes: null }] : [],
      ...!isAnswered && answered ? [{ event: 'unanswered' as const, undoes: answered }] : [],
    ]
  }
  if (comment.isQuestion && wasPublic.has(comment.moderationStatus))
    return []
  return [
    ...answered ? [{ event: 'unanswered' as const, undoes: answered }] : [],
    ...asked ? [{ event: 'unasked' as const, undoes: asked }] : [],
  ]
}
