import type { ChangeKind } from '@klartext/contract'

/** What the editor says about a publication. */
export interface StatedChange {
  changeKind: ChangeKind | null
  changeNote: string | null
  /** Dates carried over from an earlier site; they count for the first version alone. */
  statedPublishedAt: string | null
  statedUpdatedAt: string | null
}

/** What the log says of the document in this language until now. */
export interface PreviousVersion {
  version: number
  firstPublishedAt: string | null
  publicUpdatedAt: string
  /** Whether the last version showed the same content; then this is a republication after an unpublishing. */
  hasSameContent: boolean
  /** The last note that was logged, of whatever version. */
  lastNote: string | null
}

export interface NextVersion {
  version: number
  changeKind: ChangeKind | null
  changeNote: string | null
  firstPublishedAt: string | null
  publicUpdatedAt: string
}

/**
 * The number, dates and note of a version that is about to be logged.
 *
 * - Numbers go on from 1 for each document and language, over an unpublishing too.
 * - The first publication's date is the one stated; where only a changed date is stated it is unknown (null); else it is now. It never
 *   changes afterwards.
 * - The changed date of the first version is the stated changed date, else the stated publication date, else now. Later it becomes now
 *   when the content differs and the change is not one of language alone.
 * - A note equal to the last logged one counts as none: it was left in the draft.
 */
export function nextVersion(change: StatedChange, previous: PreviousVersion | null, now: string): NextVersion {
  const note = change.changeNote?.trim() || null
  const { changeKind, statedPublishedAt, statedUpdatedAt } = change
  if (!previous) {
    return {
      version: 1,
      changeKind,
      changeNote: note,
      firstPublishedAt: statedPublishedAt ?? (statedUpdatedAt === null ? now : null),
      publicUpdatedAt: statedUpdatedAt ?? statedPublishedAt ?? now,
    }
  }
  const isWorthTelling = !previous.hasSameContent && changeKind !== 'language'
  return {
    version: previous.version + 1,
    changeKind,
    changeNote: note === previous.lastNote ? null : note,
    firstPublishedAt: previous.firstPublishedAt,
    publicUpdatedAt: isWorthTelling ? now : previous.publicUpdatedAt,
  }
}
