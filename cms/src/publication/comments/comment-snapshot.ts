import type { CommentRow } from './comment-row'
import { numberOf } from './thread-place'
import { hiddenRuleOf } from './visibility'

/**
 * What the log keeps of a comment that shows its text:
 * `{id, type: 'comment', articleId, number, parent, authorName, personId, bodyText, isQuestion, createdAt}`.
 * @param comment its row, with its place
 * @param path its place
 * @param parent the comment that it stands below, or null
 */
export function commentSnapshot(comment: CommentRow, path: string, parent: string | null) {
  const { documentId, articleId, authorName, personId, bodyText, isQuestion, writtenAt } = comment
  return { id: documentId, type: 'comment', articleId, number: numberOf(path), parent, authorName, personId, bodyText, isQuestion, createdAt: writtenAt }
}

/** What the log keeps of a comment that is gone: where it stood, and by which rule it went. */
export function tombstoneSnapshot(comment: CommentRow, path: string) {
  return { id: comment.documentId, type: 'comment', articleId: comment.articleId, number: numberOf(path), rule: hiddenRuleOf(comment) }
}
