import type { CommentReceipt } from '@klartext/contract'
import type { Strapi } from '../../publication/subjects'
import type { Intake } from './intake'
import { contentDigest, keyDigest, senderHash, twinDigest } from './digests'
import { receiptUnderKey } from './earlier-submission'
import { readPreviewToken } from './preview-token'
import { IntakeRefusal } from './refusal'
import { storeComment } from './store-comment'

/**
 * Takes a comment in. What was sent before under the same key is answered first, whatever has happened since: an acknowledged comment
 * stays acknowledged.
 * @throws IntakeRefusal where it is not taken
 */
export async function submitComment(strapi: Strapi, { article, input, idempotencyKey, address }: Parameters<Intake['submit']>[0], now: Date): Promise<CommentReceipt> {
  const sender = senderHash(address)
  const digests = {
    keyDigest: keyDigest(article.id, idempotencyKey),
    contentDigest: contentDigest(input),
    twinDigest: twinDigest(article.id, sender, input.email, input.text),
  }
  const known = await receiptUnderKey(strapi.db.connection, digests)
  if (known)
    return known
  if (readPreviewToken(idempotencyKey, article.id, now).kind === 'expired')
    throw new IntakeRefusal('token-expired')
  return storeComment(strapi, { article, input, ...digests, senderHash: sender, now })
}
