import type { Knex } from 'knex'
import type { CommentRow } from '../../publication/comments/comment-row'
import type { LedgerRow } from '../ledger/ledger-row'
import type { ChangeEvent } from './events-of-change'

/** What a moderator held a reader's comment for. */
export interface Verdict {
  name: string
  text: string
  isSpam: boolean
  /** Whether an earlier verdict is taken back instead. */
  isTakenBack: boolean
}

type VerdictListener = (trx: Knex.Transaction, verdict: Verdict) => Promise<void>

const listeners = new Set<VerdictListener>()

/** Lets something learn from moderators' verdicts, inside the transaction of each. */
export function onVerdict(listener: VerdictListener): void {
  listeners.add(listener)
}

const isVerdict = ({ event, actor }: Pick<LedgerRow, 'event' | 'actor'>): boolean =>
  actor.startsWith('admin:') && (event === 'approved' || event === 'spam')

/**
 * Hands on what a change says of a comment: only what a person decided teaches, and what a person takes back is unlearnt.
 * @param trx of the change
 * @param comment as it was when it was decided on
 * @param events of the change
 * @param actor who made it
 */
export async function handOnVerdicts(trx: Knex.Transaction, comment: CommentRow, events: readonly ChangeEvent[], actor: string): Promise<void> {
  const verdict = (event: string, isTakenBack: boolean): Verdict => ({ name: comment.authorName ?? '', text: comment.bodyText ?? '', isSpam: event === 'spam', isTakenBack })
  for (const { event, undoes } of events) {
    if (undoes && isVerdict(undoes))
      await handOn(trx, verdict(undoes.event, true))
    if (isVerdict({ event, actor }))
      await handOn(trx, verdict(event, false))
  }
}

async function handOn(trx: Knex.Transaction, verdict: Verdict): Promise<void> {
  for (const listener of listeners)
    await listener(trx, verdict)
}
