import type { ModerationStatus } from '../../publication/comments/comment-row'
import type { Strapi } from '../../publication/subjects'
import type { CommentChangeData } from './change-comment'
import { errors } from '@strapi/utils'
import { findComment } from '../../publication/comments/comment-row'
import { refusal } from '../../publication/refusals/fault'
import { noteDecision } from '../observe/decision-notes'
import { changeComment } from './change-comment'
import { inDecision } from './in-decision'
import { standings } from './refusals'

/** What the sender may change of a comment that nobody has decided on. */
export interface SenderEdit {
  name: string
  text: string
  isQuestion: boolean
}

/** Whether the sender may still change a comment. */
export const canBeEdited = (status: ModerationStatus): boolean => status === 'pending'

/** Whether the sender may take a comment back. */
export const canBeWithdrawn = (status: ModerationStatus): boolean => status !== 'withdrawn' && status !== 'erased'

/**
 * Changes a comment in its sender's name, before anybody has decided on it.
 * @throws NotFoundError when it is gone; ValidationError in Swedish when it was decided on
 */
export async function editBySender(strapi: Strapi, commentId: string, { name, text, isQuestion }: SenderEdit): Promise<void> {
  await bySender(strapi, commentId, canBeEdited, { authorName: name, bodyText: text, isQuestion })
}

/**
 * Takes a comment back in its sender's name: one that was public leaves the page, and a line where others answered it.
 * @throws NotFoundError when it is gone; ValidationError in Swedish when it is taken back or erased already
 */
export async function withdrawBySender(strapi: Strapi, commentId: string): Promise<void> {
  await bySender(strapi, commentId, canBeWithdrawn, { moderationStatus: 'withdrawn' })
}

/**
 * Erases a comment in its sender's name: its name and text are gone here, in the log and wherever it was shown, and so is the address.
 * One that is erased stays so.
 * @throws NotFoundError when it is gone
 */
export async function eraseBySender(strapi: Strapi, commentId: string): Promise<void> {
  await bySender(strapi, commentId, () => true, { moderationStatus: 'erased', authorName: null, bodyText: null, hiddenRule: null })
}

async function bySender(strapi: Strapi, commentId: string, may: (status: ModerationStatus) => boolean, change: CommentChangeData): Promise<void> {
  await inDecision(strapi, async ({ trx }) => {
    const comment = await findComment(strapi, commentId)
    if (!comment)
      throw new errors.NotFoundError('Kommentaren finns inte längre.')
    if (!may(comment.moderationStatus))
      throw refusal('Kommentaren är inte ändrad.', [{ path: [], message: `${standings[comment.moderationStatus]}.` }])
    noteDecision(trx, commentId, { actor: 'sender' })
    await changeComment(strapi, commentId, change)
  })
}
