import type { CommentRow } from './comments/comment-row'
import type { Publication } from './publication'

/** A comment as it was and as it is; null where there was none, or is none any more. */
export interface CommentChange {
  before: CommentRow | null
  after: CommentRow | null
}

/** Hears of everything that happens to comments, whichever way; a throw undoes what happened. */
export interface CommentObserver {
  /**
   * A comment's row changed, or what readers see of it did.
   * @param publication what the change runs in, under the publication lock
   * @param change the row before and after; both the same where only its appearance, or an answer to it, changed
   * @param cause the comment whose change brought this one about; itself where it was changed directly
   */
  commentChanged: (publication: Publication, change: CommentChange, cause: CommentRow | null) => Promise<void>
  /** The whole thread of an article became public with it, or went with it. */
  threadFollowed: (publication: Publication, articleId: string, isPublic: boolean) => Promise<void>
}

const observers = new Set<CommentObserver>()

/** Lets an observer hear of every change, inside its transaction; registered before the first one. */
export function observeComments(observer: CommentObserver): void {
  observers.add(observer)
}

export async function tellChanged(publication: Publication, change: CommentChange, cause: CommentRow | null): Promise<void> {
  for (const observer of observers)
    await observer.commentChanged(publication, change, cause)
}

export async function tellFollowed(publication: Publication, articleId: string, isPublic: boolean): Promise<void> {
  for (const observer of observers)
    await observer.threadFollowed(publication, articleId, isPublic)
}
