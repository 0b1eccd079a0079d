import type { ModerationStatus } from '../../publication/comments/comment-row'

/** Somebody else was there first: nothing is done, and whoever asked is told who did what, and when. */
export class ChangedMeanwhile extends Error {
  constructor(sentence: string, readonly details: { by: string | null, at: string, status: ModerationStatus }) {
    super(sentence)
    this.name = 'ChangedMeanwhile'
  }
}

/** How a comment stands, as a sentence without its full stop. */
export const standings: Readonly<Record<ModerationStatus, string>> = {
  pending: 'Kommentaren väntar på ett beslut',
  approved: 'Kommentaren är godkänd',
  declined: 'Kommentaren är avböjd',
  hidden: 'Kommentaren är dold',
  spam: 'Kommentaren är märkt som skräppost',
  withdrawn: 'Avsändaren har tagit tillbaka kommentaren',
  erased: 'Kommentaren är raderad',
}
