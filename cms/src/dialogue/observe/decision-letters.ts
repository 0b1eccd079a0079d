import type { CommentRow } from '../../publication/comments/comment-row'
import type { Publication } from '../../publication/publication'
import type { DecisionNote } from './decision-notes'
import * as v from 'valibot'
import { enqueueLetter } from '../letters/enqueue'
import { decryptEmail } from '../vault/email'

const cipherSchema = v.object({ email_cipher: v.string() })

/** Tells the sender of a comment what was decided, where they left an address and the decision is one that they are told. */
export async function writeDecisionLetter(publication: Publication, comment: CommentRow, note: DecisionNote): Promise<void> {
  const { documentId: commentId, moderationStatus, hiddenRule, language } = comment
  const to = await addressOf(publication, commentId)
  if (to === null)
    return
  const { trx, now } = publication
  const message = note.message ?? null
  if (moderationStatus === 'approved')
    await enqueueLetter(trx, { kind: 'comment-approved', to, language, data: { commentId }, now })
  else if (moderationStatus === 'declined')
    await enqueueLetter(trx, { kind: 'comment-declined', to, language, data: { commentId, rule: note.rule ?? null, message }, now })
  else if (moderationStatus === 'hidden')
    await enqueueLetter(trx, { kind: 'comment-hidden', to, language, data: { commentId, rule: note.rule ?? hiddenRule, message }, now })
}

/** Tells whoever asked that somebody of the site has answered. */
export async function writeAnswerLetter(publication: Publication, question: CommentRow, answerId: string): Promise<void> {
  const { documentId: commentId, language } = question
  const to = await addressOf(publication, commentId)
  if (to !== null)
    await enqueueLetter(publication.trx, { kind: 'comment-answered', to, language, data: { commentId, answerId }, now: publication.now })
}

/** The sender's address; null without one. A decision is not held up by an address that cannot be read: the log says why no letter went. */
async function addressOf({ strapi, trx }: Publication, commentId: string): Promise<string | null> {
  const row: unknown = await trx('commenter').select('email_cipher').where({ comment_id: commentId }).first()
  if (row === undefined)
    return null
  try {
    return decryptEmail(v.parse(cipherSchema, row).email_cipher, commentId)
  }
  catch (error) {
    strapi.log.error(error)
    return null
  }
}
