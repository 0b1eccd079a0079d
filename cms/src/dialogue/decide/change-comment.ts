import type { CommentRow } from '../../publication/comments/comment-row'
import type { Strapi } from '../../publication/subjects'
import { commentUid } from '../../publication/subjects'

/** What a decision may change of a comment's row; its place and times are the publication's. */
export type CommentChangeData = Partial<Pick<CommentRow, 'moderationStatus' | 'authorName' | 'bodyText' | 'isQuestion' | 'answeredAt' | 'hiddenRule'>>

/** Changes a comment through the document service, so that everybody who must hear of it does. */
export async function changeComment(strapi: Strapi, documentId: string, change: CommentChangeData): Promise<void> {
  const data: Record<string, unknown> = change
  await strapi.documents(commentUid).update({ documentId, data })
}
