import type { CommentInput, CommentPreview, CommentReceipt, ReportInput, ReportReceipt } from '@klartext/contract'

/** The public article that something is sent in to, under the slug that its sender saw. */
export interface TargetArticle {
  id: string
  language: string
  slug: string
}

export interface SentComment {
  article: TargetArticle
  /** As its schema reads it, its texts normalised. */
  input: CommentInput
}

interface Sender {
  idempotencyKey: string
  /** The client's address; only a keyed hash of it is kept. */
  address: string
}

/** The way in for what readers send: everything that the public API may ask of the dialogue. */
export interface Intake {
  /**
   * A comment as it will look; nothing is kept.
   * @throws IntakeRefusal
   */
  preview: (sent: SentComment) => Promise<CommentPreview>
  /**
   * Keeps a comment. The receipt is given when the comment is on disk, and the same one for every repetition.
   * @throws IntakeRefusal
   */
  submit: (sent: SentComment & Sender) => Promise<CommentReceipt>
  /**
   * Keeps a report of a public comment; the same receipt for every repetition.
   * @throws IntakeRefusal
   */
  report: (sent: { commentId: string, input: ReportInput } & Sender) => Promise<ReportReceipt>
}
