import type { ReportReceipt } from '@klartext/contract'
import type { Knex } from 'knex'
import type { Strapi } from '../../publication/subjects'
import type { Spend } from '../spam/rate-limits'
import type { Intake } from '../submit/intake'
import * as v from 'valibot'
import { exclusively } from '../../publication/lock'
import { limitScopes } from '../../settings'
import { appendToLedger } from '../ledger/append'
import { enqueueLetter } from '../letters/enqueue'
import { mayAcknowledge } from '../letters/may-acknowledge'
import { publisherOf } from '../observe/publisher-of'
import { keepOpenReports } from '../queues/open-reports'
import { contentDigest, keyDigest, senderHash } from '../submit/digests'
import { oneAtATime } from '../submit/one-at-a-time'
import { IntakeRefusal } from '../submit/refusal'
import { emailHmac, encryptEmail } from '../vault/email'
import { newReceiptNumber } from './receipt-number'

type SentReport = Parameters<Intake['report']>[0]

interface Report extends SentReport {
  keyDigest: string
  contentDigest: string
  senderHash: string
  now: Date
}

/**
 * Takes a report of a public comment. What was sent before, under the same key or in the same words by the same sender, is answered
 * with its receipt and counts below no limit.
 * @throws IntakeRefusal where it is not taken
 */
export async function takeReport(strapi: Strapi, spend: Spend, sent: SentReport, now: Date): Promise<ReportReceipt> {
  const report = { ...sent, keyDigest: keyDigest(sent.commentId, sent.idempotencyKey), contentDigest: contentDigest(sent.input), senderHash: senderHash(sent.address), now }
  const knex = strapi.db.connection
  return oneAtATime(report.keyDigest, async () => {
    const known = await earlierReceipt(knex, report)
    if (known)
      return known
    const articleId = await publicArticleOf(knex, sent.commentId)
    const keys = { sender: report.senderHash, article: articleId, site: 'all' }
    for (const scope of limitScopes) {
      const retryAfter = await spend(scope, keys[scope])
      if (retryAfter !== null)
        throw new IntakeRefusal('rate-limited', retryAfter)
    }
    return storeReport(strapi, report)
  })
}

/** Keeps a report with the ledger's row, its place in the moderators' queue and the letter that says it was received, in one transaction. */
async function storeReport(strapi: Strapi, report: Report): Promise<ReportReceipt> {
  const { commentId, input } = report
  const receivedAt = report.now.toISOString()
  return strapi.db.transaction(async ({ trx }) => {
    const earlier = await exclusively(trx, async () => earlierReceipt(trx, report))
    if (earlier)
      return earlier
    const articleId = await publicArticleOf(trx, commentId)
    const receipt = await unusedReceiptNumber(trx)
    const language = input.language ?? 'sv'
    const isTold = Boolean(input.email) && await mayAcknowledge(trx, input.email ?? '', report.now)
    await trx('comment_report').insert({
      receipt,
      comment_id: commentId,
      key_digest: report.keyDigest,
      content_digest: report.contentDigest,
      rule: input.rule,
      text: input.text,
      language,
      email_cipher: input.email ? encryptEmail(input.email, receipt) : null,
      email_hmac: input.email ? emailHmac(input.email) : null,
      sender_hash: report.senderHash,
      received_at: receivedAt,
      state: 'open',
    })
    await appendToLedger(trx, {
      at: receivedAt,
      commentId,
      articleId,
      organisationId: await publisherOf(strapi, articleId),
      event: 'reported',
      rule: input.rule,
      report: receipt,
      actor: 'reader',
    })
    await keepOpenReports(trx, commentId)
    if (input.email && isTold)
      await enqueueLetter(trx, { kind: 'report-received', to: input.email, language, data: { receipt }, now: receivedAt })
    return { receipt, receivedAt }
  })
}

const rowSchema = v.object({ receipt: v.string(), received_at: v.string(), content_digest: v.string() })

async function earlierReceipt(knex: Knex, report: Report): Promise<ReportReceipt | null> {
  const underKey: unknown = await knex('comment_report').where({ key_digest: report.keyDigest }).first('receipt', 'received_at', 'content_digest')
  const twin: unknown = underKey ?? await knex('comment_report')
    .where({ comment_id: report.commentId, content_digest: report.contentDigest, sender_hash: report.senderHash })
    .first('receipt', 'received_at', 'content_digest')
  if (twin === undefined)
    return null
  const { receipt, received_at, content_digest } = v.parse(rowSchema, twin)
  if (content_digest !== report.contentDigest)
    throw new IntakeRefusal('idempotency-conflict')
  return { receipt, receivedAt: received_at }
}

/** @throws IntakeRefusal where the comment does not show its text */
async function publicArticleOf(knex: Knex, commentId: string): Promise<string> {
  const row: unknown = await knex('public_comment').where({ document_id: commentId, state: 'approved' }).first('article_id')
  if (row === undefined)
    throw new IntakeRefusal('not-public')
  return v.parse(v.object({ article_id: v.string() }), row).article_id
}

async function unusedReceiptNumber(trx: Knex): Promise<string> {
  const receipt = newReceiptNumber()
  return await trx('comment_report').where({ receipt }).first('receipt') === undefined ? receipt : unusedReceiptNumber(trx)
}
