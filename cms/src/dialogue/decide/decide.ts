import type { CommentRule } from '@klartext/contract'
import type { CommentRow, ModerationStatus } from '../../publication/comments/comment-row'
import type { Publication } from '../../publication/publication'
import type { Strapi } from '../../publication/subjects'
import type { CommentChangeData } from './change-comment'
import { findAnswer } from '../../publication/comments/comment-row'
import { refusal } from '../../publication/refusals/fault'
import { readLedger, standing } from '../ledger/ledger-row'
import { noteDecision } from '../observe/decision-notes'
import { assertUnchanged } from './assert-unchanged'
import { changeComment } from './change-comment'
import { inDecision } from './in-decision'
import { standings } from './refusals'

export const decisionActions = ['approve', 'decline', 'hide', 'spam', 'undo', 'question', 'no-question'] as const

export type DecisionAction = (typeof decisionActions)[number]

export interface Decision {
  commentId: string
  /** The revision of the comment that the moderator saw. */
  expected: number
  action: DecisionAction
  /** To decline and hide: the rule that the comment breaks, which the sender, and where it stood the readers, are told. */
  rule?: CommentRule | undefined
  /** What the sender is told beside the rule. */
  message?: string | undefined
}

/** From which states each action leads where. */
const moves: Readonly<Record<Exclude<DecisionAction, 'undo' | 'question' | 'no-question'>, { from: readonly ModerationStatus[], to: ModerationStatus }>> = {
  approve: { from: ['pending', 'declined', 'spam'], to: 'approved' },
  decline: { from: ['pending', 'spam'], to: 'declined' },
  hide: { from: ['approved'], to: 'hidden' },
  spam: { from: ['pending', 'approved', 'declined'], to: 'spam' },
}

/**
 * Decides on a comment in the name of whom the running request acts for: what readers see, the queues, the ledger and the letter to the
 * sender follow in one transaction.
 * @throws ValidationError in Swedish when the comment does not stand so that it can be decided on like this
 * @throws NotFoundError when it is gone; ChangedMeanwhile when somebody else was there first
 */
export async function decide(strapi: Strapi, decision: Decision): Promise<void> {
  const { commentId, expected, rule, message } = decision
  await inDecision(strapi, async (publication) => {
    const comment = await assertUnchanged(publication, commentId, expected)
    const change = await changeOf(publication, comment, decision)
    noteDecision(publication.trx, commentId, { ...rule && { rule }, ...message?.trim() && { message: message.trim() } })
    await changeComment(strapi, commentId, change)
  })
}

async function changeOf(publication: Publication, comment: CommentRow, { action, rule }: Decision): Promise<CommentChangeData> {
  const { moderationStatus: status } = comment
  if (action === 'question' || action === 'no-question')
    return questionChange(publication, comment, action === 'question')
  if (action === 'undo')
    return undoChange(publication, comment)
  const { from, to } = moves[action]
  if (!from.includes(status))
    throw cannot(status)
  if ((action === 'decline' || action === 'hide') && rule === undefined)
    throw refusal('Beslutet är inte fattat.', [{ path: ['rule'], message: 'Välj regeln som kommentaren bryter mot.' }])
  return { moderationStatus: to, hiddenRule: action === 'hide' && rule !== undefined ? rule : null }
}

async function questionChange({ strapi }: Publication, comment: CommentRow, isQuestion: boolean): Promise<CommentChangeData> {
  if (comment.moderationStatus !== 'pending' && comment.moderationStatus !== 'approved')
    throw cannot(comment.moderationStatus)
  if (comment.isQuestion === isQuestion)
    throw refusal('Kommentaren är inte ändrad.', [{ path: [], message: isQuestion ? 'Den är redan märkt som fråga.' : 'Den är inte märkt som fråga.' }])
  const answer = isQuestion ? await findAnswer(strapi, comment.documentId) : null
  return { isQuestion, answeredAt: answer?.writtenAt ?? null }
}

/** Back to where the comment stood before the last decision: one that readers saw until then is shown again. */
async function undoChange({ trx }: Publication, comment: CommentRow): Promise<CommentChangeData> {
  const { moderationStatus: status } = comment
  if (status !== 'approved' && status !== 'declined' && status !== 'spam' && status !== 'hidden')
    throw cannot(status)
  const ledger = await readLedger(trx, comment.documentId)
  const held = standing(ledger)
  const replaced = held.findLast(row => row.event === status)?.undoes ?? null
  // what hides leaves the approval standing, other decisions replace it
  const isBelow = status === 'hidden' ? held : ledger.filter(row => row.seq === replaced)
  const wasShown = status !== 'approved' && isBelow.some(row => row.event === 'approved' || row.event === 'written')
  return { moderationStatus: wasShown ? 'approved' : 'pending', hiddenRule: null }
}

const cannot = (status: ModerationStatus) => refusal('Det går inte att göra så med kommentaren.', [{ path: [], message: `${standings[status]}.` }])
