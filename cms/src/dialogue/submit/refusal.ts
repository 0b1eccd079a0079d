/** Why something that a reader sent in is not taken. */
export type IntakeRefusalReason
  = | 'not-public'
    | 'comments-closed'
    | 'parent-not-public'
    | 'token-expired'
    | 'idempotency-conflict'
    | 'rate-limited'

/** A reader's comment or report is not taken: nothing of it is kept. */
export class IntakeRefusal extends Error {
  constructor(
    readonly reason: IntakeRefusalReason,
    /** For `rate-limited`: how many seconds later it may be sent again. */
    readonly retryAfter: number | null = null,
  ) {
    super(reason)
    this.name = 'IntakeRefusal'
  }
}
