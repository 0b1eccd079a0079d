import type { CommentRow } from './comment-row'

/** How a comment stands in the public thread: with its text, as a line that says why it is gone, or not at all. */
export type Appearance = 'approved' | 'hidden' | null

/** The one place that says whose text readers see. */
export const isPublicStatus = (status: CommentRow['moderationStatus']): boolean => status === 'approved'

/**
 * How a comment appears. One that was public and was hidden leaves a line with the rule; so does one that was public and is gone for
 * any other reason, as long as something stands below it, because the answers must keep their place.
 * @param comment its row
 * @param hasRepliesBelow whether anything below it appears
 */
export function appearanceOf(comment: CommentRow, hasRepliesBelow: boolean): Appearance {
  if (isPublicStatus(comment.moderationStatus))
    return 'approved'
  if (comment.path === null)
    return null
  return comment.moderationStatus === 'hidden' || hasRepliesBelow ? 'hidden' : null
}

/** What the line in place of a comment says: the rule that the moderator hid it by, else what was decided. */
export function hiddenRuleOf(comment: CommentRow): string {
  const rule = comment.moderationStatus === 'hidden' ? comment.hiddenRule?.trim() : ''
  return rule || comment.moderationStatus
}
