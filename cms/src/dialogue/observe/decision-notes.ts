import type { CommentRule } from '@klartext/contract'
import type { Knex } from 'knex'

/** What a change of a comment does not say of itself. */
export interface DecisionNote {
  /** Who did it, where that is not whoever the request acts for: `sender`, `reader`, `system`. */
  actor?: string
  /** The rule that the comment is declined or hidden by. */
  rule?: CommentRule
  /** What the sender is told beside the rule. */
  message?: string
}

const notes = new WeakMap<Knex.Transaction, Map<string, DecisionNote>>()

/**
 * Leaves word for the ledger and the letters about the next changes of a comment in this transaction.
 * @param trx of the change
 * @param commentId '' for the comment that is about to be created
 * @param note what the change itself does not say
 */
export function noteDecision(trx: Knex.Transaction, commentId: string, note: DecisionNote): void {
  const known = notes.get(trx) ?? new Map<string, DecisionNote>()
  notes.set(trx, known.set(commentId, note))
}

/** What was left about a comment; for one that is new, what was left about the next new one, once. */
export function noteOn(trx: Knex.Transaction, commentId: string, isNew: boolean): DecisionNote {
  const known = notes.get(trx)
  const key = isNew ? '' : commentId
  const note = known?.get(key) ?? {}
  if (isNew)
    known?.delete(key)
  return note
}
