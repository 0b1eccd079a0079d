import type { Knex } from 'knex'
import type { CommentObserver } from '../../publication/comment-observers'
import type { Publication } from '../../publication/publication'
import { setCommentMembers } from '../../publication/comments/comment-row'
import { readSettings } from '../../settings'
import { forgetLetters } from '../letters/enqueue'
import { appendErasures } from './journal'

/**
 * Forgets everything about a comment that is erased, or whose row is deleted, whichever way that came about; the ledger keeps that it
 * was there. What was erased is in the journal before anybody is told that it is.
 */
export const forgetErased: CommentObserver = {
  async commentChanged(publication, { before, after }) {
    const comment = after ?? before
    const isNew = before?.moderationStatus !== 'erased'
    if (!comment || !isNew || (after && after.moderationStatus !== 'erased'))
      return
    const { strapi, trx } = publication
    const { documentId: id } = comment
    // somebody who sets the state by hand leaves the text
    if (after)
      await setCommentMembers(strapi, id, { authorName: null, bodyText: null, hiddenRule: null })
    await forgetSubmission(trx, id)
    await forgetQuotes(trx, id)
    await noteErasure(publication, { at: publication.now, kind: 'comment', id })
  },
  async threadFollowed() {},
}

/** The address, the hashes, the letters that wait and the moderator's words to the sender. */
async function forgetSubmission(trx: Knex.Transaction, id: string): Promise<void> {
  await trx('commenter').where({ comment_id: id }).delete()
  await trx('comment_submission').where({ comment_id: id }).delete()
  await trx('moderation_message').where({ comment_id: id }).delete()
  await forgetLetters(trx, id)
}

/** What was written about it in reports and in the decisions on them, which may quote it; that it was reported, and when, stays. */
async function forgetQuotes(trx: Knex.Transaction, id: string): Promise<void> {
  await trx('comment_report').where({ comment_id: id }).update({ text: '', decision_text: null })
}

/** Puts an erasure into the journal when it is committed. */
export async function noteErasure({ strapi }: Pick<Publication, 'strapi'>, erasure: Parameters<typeof appendErasures>[1][number]): Promise<void> {
  await strapi.db.transaction(async ({ onCommit }) => {
    onCommit(() => {
      try {
        appendErasures(readSettings().dataDir, [erasure])
      }
      catch (error) {
        // it is erased all the same; the next start reads it from the ledger
        strapi.log.error(error)
      }
    })
  })
}
