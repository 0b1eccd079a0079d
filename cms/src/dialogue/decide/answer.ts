import type { CommentRow } from '../../publication/comments/comment-row'
import type { Publication } from '../../publication/publication'
import type { Strapi } from '../../publication/subjects'
import { commentLimits } from '@klartext/contract'
import * as v from 'valibot'
import { readPublicSnapshots } from '../../publication/read-model/public-snapshots'
import { refusal } from '../../publication/refusals/fault'
import { commentUid } from '../../publication/subjects'
import { assertUnchanged } from './assert-unchanged'
import { changeComment } from './change-comment'
import { inDecision } from './in-decision'
import { standings } from './refusals'

export interface Answer {
  /** The comment that is answered. */
  commentId: string
  /** The revision of it that the moderator saw. */
  expected: number
  /** The person of the site who answers, by documentId. */
  personId: string
  text: string
}

const identity = v.object({ documentId: v.string() })

/**
 * Answers a comment as a person of the site: the answer is public at once and marked, and a question that it answers has its answer. A
 * comment that still waits is approved with it.
 * @returns the documentId of the answer
 * @throws ValidationError in Swedish when the text or the person will not do, or the comment cannot be shown
 * @throws NotFoundError when the comment is gone; ChangedMeanwhile when somebody else was there first
 */
export async function answer(strapi: Strapi, { commentId, expected, personId, text }: Answer): Promise<string> {
  return inDecision(strapi, async (publication) => {
    const comment = await assertUnchanged(publication, commentId, expected)
    await refuseUnanswerable(publication, comment, personId, text)
    if (comment.moderationStatus === 'pending')
      await changeComment(strapi, commentId, { moderationStatus: 'approved' })
    const { articleId, language } = comment
    const created = await strapi.documents(commentUid).create({
      data: { articleId, language, parentId: commentId, personId, bodyText: text.trim(), moderationStatus: 'approved' },
    })
    return v.parse(identity, created).documentId
  })
}

async function refuseUnanswerable({ trx }: Publication, comment: CommentRow, personId: string, text: string): Promise<void> {
  const refuse = (field: string, message: string) => refusal('Svaret är inte publicerat.', [{ path: [field], message }])
  if (comment.moderationStatus !== 'pending' && comment.moderationStatus !== 'approved')
    throw refuse('commentId', `${standings[comment.moderationStatus]}.`)
  if (!text.trim())
    throw refuse('text', 'Skriv ett svar.')
  if (text.length > commentLimits.text)
    throw refuse('text', `Svaret får vara högst ${commentLimits.text} tecken.`)
  const [person] = await readPublicSnapshots(trx, [{ type: 'person', id: personId }], 'sv')
  if (!person)
    throw refuse('personId', 'Välj en person som har en publik sida.')
}
