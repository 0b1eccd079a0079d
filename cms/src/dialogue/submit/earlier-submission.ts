import type { CommentReceipt } from '@klartext/contract'
import type { Knex } from 'knex'
import { commentReceiptSchema } from '@klartext/contract'
import * as v from 'valibot'
import { IntakeRefusal } from './refusal'

const rowSchema = v.object({ content_digest: v.string(), receipt: v.string() })

/**
 * The receipt that was given under a key, by the connection or transaction that is handed in.
 * @returns null where the key is new
 * @throws IntakeRefusal where the key stands for another content
 */
export async function receiptUnderKey(knex: Knex, sent: { keyDigest: string, contentDigest: string }): Promise<CommentReceipt | null> {
  const row: unknown = await knex('comment_submission').where({ key_digest: sent.keyDigest }).first('content_digest', 'receipt')
  if (row === undefined)
    return null
  const { content_digest, receipt } = v.parse(rowSchema, row)
  if (content_digest !== sent.contentDigest)
    throw new IntakeRefusal('idempotency-conflict')
  return v.parse(commentReceiptSchema, JSON.parse(receipt))
}

/** The receipt of the same text from the same sender to the same article; a comment that its sender took back counts no longer. */
export async function receiptOfTwin(knex: Knex, articleId: string, twinDigest: string): Promise<CommentReceipt | null> {
  const row: unknown = await knex('comment_submission as s')
    .join('comments as c', 'c.document_id', 's.comment_id')
    .where({ 's.article_id': articleId, 's.twin_digest': twinDigest })
    .whereNotIn('c.moderation_status', ['withdrawn', 'erased'])
    .orderBy('s.received_at')
    .first('s.content_digest', 's.receipt')
  return row === undefined ? null : v.parse(commentReceiptSchema, JSON.parse(v.parse(rowSchema, row).receipt))
}
