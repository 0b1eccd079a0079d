import type { Strapi } from '../../publication/subjects'
import type { Erasure } from './journal'
import { findComment } from '../../publication/comments/comment-row'
import { redactArticle } from '../../publication/redact-article'
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
  return inDecision(strapi, async ({ trx }) => {
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

/**
 * Empties what the log keeps of an article in one language, and takes it out of public.
 * @returns whether there was anything to empty
 */
export async function eraseArticle(strapi: Strapi, documentId: string, language: string): Promise<boolean> {
  return strapi.db.transaction(async () => {
    const at = await redactArticle(strapi, documentId, language)
    if (at !== null)
      await noteErasure({ strapi }, { at, kind: 'article', id: `${documentId}-${language}` })
    return at !== null
  })
}

/** Erases again what was erased before, in data that is older than that. */
export async function eraseAgain(strapi: Strapi, erasures: readonly Erasure[]): Promise<number> {
  let erased = 0
  for (const erasure of erasures)
    erased += Number(await again[erasure.kind](strapi, erasure))
  return erased
}

const again: Record<Erasure['kind'], (strapi: Strapi, erasure: Erasure) => Promise<boolean>> = {
  comment: (strapi, { id }) => eraseComment(strapi, id),
  report: (strapi, { id }) => eraseReport(strapi, id),
  article: async (strapi, { id, at }) => strapi.db.transaction(async ({ trx }) => {
    const [documentId = '', ...rest] = id.split('-')
    const language = rest.join('-')
    // what was published after it may stay
    const isKnown = await trx('publication_log').where({ subject_type: 'article', document_id: documentId, language, action: 'redacted' }).where('at', '>=', at).first()
    return isKnown === undefined && await eraseArticle(strapi, documentId, language)
  }),
}
