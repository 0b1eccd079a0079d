import type { Strapi } from '../../publication/subjects'
import type { Erasure } from './journal'
import { findComment } from '../../publication/comments/comment-row'
import { changeComment } from '../decide/change-comment'
import { inDecision } from '../decide/in-decision'
import { forgetLetters } from '../letters/enqueue'
import { noteErasure } from './forget-erased'

/**
 * Erases a comment in the name of whom the running request acts for: its text, name, address and hashes are gone here and in the log.
 * @returns whether there was anything to erase
 */
export async function eraseComment(strapi: Strapi, id: string): Promise<boolean> {
  return inDecision(strapi, async () => {
    const comment = await findComment(strapi, id)
    if (!comment || comment.moderationStatus === 'erased')
      return false
    await changeComment(strapi, id, { moderationStatus: 'erased', authorName: null, bodyText: null, hiddenRule: null })
    return true
  })
}

/** What stands in place of the digest of a report's key once it is erased: it tells other machines that it was. */
export const erasedKey = (receipt: string): string => `erased ${receipt}`

/**
 * Empties a report of what its sender wrote and of everything that could tell who that was; its number, its rule and the decision stay.
 * @returns whether there was anything to erase
 */
export async function eraseReport(strapi: Strapi, receipt: string): Promise<boolean> {
  const key = erasedKey(receipt)
  return strapi.db.transaction(async ({ trx }) => {
    const emptied = await trx('comment_report').where({ receipt }).whereNot({ key_digest: key }).update({
      text: '',
      key_digest: key,
      content_digest: '',
      email_cipher: null,
      email_hmac: null,
      sender_hash: null,
    })
    if (emptied === 0)
      return false
    await forgetLetters(trx, receipt)
    await noteErasure({ strapi }, { at: new Date().toISOString(), kind: 'report', id: receipt })
    return true
  })
}

/** Erases again what was erased before, in data that is older than that. */
export async function eraseAgain(strapi: Strapi, erasures: readonly Pick<Erasure, 'kind' | 'id'>[]): Promise<number> {
  let erased = 0
  for (const { kind, id } of erasures)
    erased += Number(kind === 'comment' ? await eraseComment(strapi, id) : await eraseReport(strapi, id))
  return erased
}
