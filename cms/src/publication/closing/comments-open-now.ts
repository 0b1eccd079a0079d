import type { Strapi } from '../subjects'
import { readClosing } from './closing-row'

/**
 * Whether an article takes comments at this moment: it may be read elsewhere up to a minute later that it does not any more.
 * @param strapi the running CMS; inside a transaction it sees what that does
 * @param article a published one
 * @param article.id its documentId
 * @param article.commentsOpen what its editors say
 * @param now this moment
 */
export async function commentsOpenNow(strapi: Strapi, { id, commentsOpen }: { id: string, commentsOpen: boolean }, now: Date): Promise<boolean> {
  if (!commentsOpen)
    return false
  const closing = await strapi.db.transaction(async ({ trx }) => readClosing(trx, id))
  return closing === null || now.toISOString() < closing.closesAt
}
