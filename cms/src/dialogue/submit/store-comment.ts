import type { CommentReceipt } from '@klartext/contract'
import type { Strapi } from '../../publication/subjects'
import type { Finding } from '../spam/rule'
import type { ArticleTerms } from './article-terms'
import type { SentComment } from './intake'
import { isQuestion } from '@klartext/comment-classifier'
import { commentReceiptSchema } from '@klartext/contract'
import * as v from 'valibot'
import { findComment } from '../../publication/comments/comment-row'
import { numberOf } from '../../publication/comments/thread-place'
import { exclusively } from '../../publication/lock'
import { pagePath } from '../../publication/paths'
import { commentUid } from '../../publication/subjects'
import { readSettings } from '../../settings'
import { enqueueLetter } from '../letters/enqueue'
import { mayAcknowledge } from '../letters/may-acknowledge'
import { noteDecision } from '../observe/decision-notes'
import { emailHmac, encryptEmail } from '../vault/email'
import { readArticleTerms } from './article-terms'
import { textDigest } from './digests'
import { receiptOfTwin, receiptUnderKey } from './earlier-submission'
import { readPublicParent } from './public-parent'
import { IntakeRefusal } from './refusal'

export interface Submission extends SentComment {
  keyDigest: string
  contentDigest: string
  twinDigest: string
  senderHash: string
  findings: readonly Finding[]
  spamScore: number
  now: Date
}

const created = v.object({ documentId: v.string() })

/**
 * Keeps a comment with everything that belongs to it, in one transaction: the row, how it came in, where letters about it go, and the
 * letter that says it was received. One that was kept before gives its receipt.
 * @returns when it is committed
 * @throws IntakeRefusal where the article does not take it
 */
export async function storeComment(strapi: Strapi, submission: Submission): Promise<CommentReceipt> {
  const { article, input, now } = submission
  const receivedAt = now.toISOString()
  return strapi.db.transaction(async ({ trx }) => {
    // held until the commit: of two that come in at once, the second sees the first
    const earlier = await exclusively(trx, async () =>
      await receiptUnderKey(trx, submission) ?? await receiptOfTwin(trx, article.id, submission.twinDigest))
    if (earlier)
      return earlier
    const terms = await readArticleTerms(strapi, article.id)
    if (!terms)
      throw new IntakeRefusal('not-public')
    if (!terms.isOpen)
      throw new IntakeRefusal('comments-closed')
    if (input.parent)
      await readPublicParent(trx, article.id, input.parent)
    const language = input.language ?? 'sv'
    const status = statusOf(submission.findings, terms)
    noteDecision(trx, '', { actor: 'reader' })
    const { documentId } = v.parse(created, await strapi.documents(commentUid).create({
      data: {
        articleId: article.id,
        parentId: input.parent ?? null,
        moderationStatus: status,
        authorName: input.name,
        bodyText: input.text,
        isQuestion: input.isQuestion === true || isQuestion(input.text).isQuestion,
        writtenAt: receivedAt,
        language,
      },
    }))
    const path = (await findComment(strapi, documentId))?.path ?? null
    const receipt = v.parse(commentReceiptSchema, {
      id: documentId,
      receivedAt,
      status: path === null ? 'pending' : 'approved',
      number: path === null ? null : numberOf(path),
      links: { article: readSettings().siteUrl + pagePath('article', article.language, article.slug) },
    })
    await trx('comment_submission').insert({
      comment_id: documentId,
      article_id: article.id,
      key_digest: submission.keyDigest,
      content_digest: submission.contentDigest,
      twin_digest: submission.twinDigest,
      text_digest: textDigest(input.text),
      received_at: receivedAt,
      language,
      sender_hash: submission.senderHash,
      findings: JSON.stringify(submission.findings),
      spam_score: submission.spamScore,
      receipt: JSON.stringify(receipt),
    })
    if (input.email) {
      // spammers write other people's addresses
      const isTold = status !== 'spam' && await mayAcknowledge(trx, input.email, now)
      await trx('commenter').insert({
        comment_id: documentId,
        email_cipher: encryptEmail(input.email, documentId),
        email_hmac: emailHmac(input.email),
        created_at: receivedAt,
      })
      if (isTold)
        await enqueueLetter(trx, { kind: 'comment-received', to: input.email, language, data: { commentId: documentId }, now: receivedAt })
    }
    return receipt
  })
}

function statusOf(findings: readonly Finding[], { moderation }: ArticleTerms): 'approved' | 'pending' | 'spam' {
  if (findings.some(({ weight }) => weight === 'spam'))
    return 'spam'
  return moderation === 'post' && findings.length === 0 ? 'approved' : 'pending'
}
