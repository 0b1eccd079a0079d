import type { CommentReceipt } from '@klartext/contract'
import type { Strapi } from '../../publication/subjects'
import type { Lookups } from '../spam/rule'
import type { Intake } from './intake'
import { spamScoreOf } from '../spam/learnt'
import { findingsOn } from '../spam/policy'
import { contentDigest, keyDigest, senderHash, twinDigest } from './digests'
import { receiptUnderKey } from './earlier-submission'
import { oneAtATime } from './one-at-a-time'
import { readPreviewToken } from './preview-token'
import { IntakeRefusal } from './refusal'
import { storeComment } from './store-comment'

/**
 * Takes a comment in. What was sent before under the same key is answered first, whatever has happened since, and counts below no
 * limit: an acknowledged comment stays acknowledged.
 * @throws IntakeRefusal where it is not taken
 */
export async function submitComment(strapi: Strapi, lookups: Lookups, { article, input, idempotencyKey, address }: Parameters<Intake['submit']>[0], now: Date): Promise<CommentReceipt> {
  const knex = strapi.db.connection
  const sender = senderHash(address)
  const digests = {
    keyDigest: keyDigest(article.id, idempotencyKey),
    contentDigest: contentDigest(input),
    twinDigest: twinDigest(article.id, sender, input.email, input.text),
  }
  return oneAtATime(digests.keyDigest, async () => {
    const known = await receiptUnderKey(knex, digests)
    if (known)
      return known
    const token = readPreviewToken(idempotencyKey, article.id, now)
    if (token.kind === 'expired')
      throw new IntakeRefusal('token-expired')
    const score = await spamScoreOf(knex, input)
    const findings = await findingsOn({
      articleId: article.id,
      name: input.name,
      text: input.text,
      homepage: input.homepage ?? '',
      previewAge: token.kind === 'preview' ? token.age : null,
      spamScore: score,
      senderHash: sender,
      now,
    }, lookups)
    const refused = findings.find(({ weight }) => weight === 'refuse')
    if (refused)
      throw new IntakeRefusal('rate-limited', refused.retryAfter)
    return storeComment(strapi, { article, input, ...digests, senderHash: sender, findings, spamScore: score, now })
  })
}
