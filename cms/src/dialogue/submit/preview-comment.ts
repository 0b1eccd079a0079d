import type { CommentPreview } from '@klartext/contract'
import type { Strapi } from '../../publication/subjects'
import type { SentComment } from './intake'
import { isQuestion } from '@klartext/comment-classifier'
import { plainTextHtml } from '../../publication/comments/plain-text-html'
import { readArticleTerms } from './article-terms'
import { issuePreviewToken, tokenLifetime } from './preview-token'
import { readPublicParent } from './public-parent'
import { IntakeRefusal } from './refusal'

/**
 * A comment as it will look, with the token to send it in under; nothing is kept.
 * @throws IntakeRefusal where it could not be sent in now
 */
export async function previewComment(strapi: Strapi, { article, input }: SentComment, now: Date): Promise<CommentPreview> {
  const terms = await readArticleTerms(strapi, article.id)
  if (!terms)
    throw new IntakeRefusal('not-public')
  if (!terms.isOpen)
    throw new IntakeRefusal('comments-closed')
  const parent = input.parent ? await readPublicParent(strapi.db.connection, article.id, input.parent) : null
  return {
    token: issuePreviewToken(article.id, now),
    expiresAt: new Date(now.getTime() + tokenLifetime).toISOString(),
    name: input.name,
    bodyHtml: plainTextHtml(input.text),
    isQuestion: input.isQuestion === true || isQuestion(input.text).isQuestion,
    moderation: terms.moderation,
    parent,
  }
}
