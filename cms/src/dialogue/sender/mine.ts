import type { CommentRow } from '../../publication/comments/comment-row'
import type { Strapi } from '../../publication/subjects'
import type { StoredComment } from './stored'
import * as v from 'valibot'
import { findComment } from '../../publication/comments/comment-row'
import { readPublicComments } from '../../publication/comments/public-comments'
import { numberOf } from '../../publication/comments/thread-place'
import { canBeEdited, canBeWithdrawn } from '../decide/by-sender'
import { decryptEmail } from '../vault/email'
import { articleOf } from './article-of'
import { emailHint } from './email-hint'
import { storedComment } from './stored'

/** What the site shows the sender of a comment. */
export interface Mine {
  comment: { id: string, status: string, name: string | null, text: string | null, isQuestion: boolean, receivedAt: string, number: string | null, canEdit: boolean, canWithdraw: boolean }
  article: { slug: string, language: string, title: string }
  emailHint: string | null
  stored: StoredComment
  rule: string | null
  message: string | null
}

const cipherSchema = v.object({ email_cipher: v.string() })

/** The comment as its sender sees it; null where its row is gone. */
export async function mineOf(strapi: Strapi, id: string): Promise<Mine | null> {
  const comment = await findComment(strapi, id)
  if (!comment)
    return null
  const knex = strapi.db.connection
  const stored = await storedComment(knex, comment)
  const { moderationStatus: status } = comment
  return {
    comment: {
      id,
      status,
      name: comment.authorName,
      text: comment.bodyText,
      isQuestion: comment.isQuestion,
      receivedAt: stored.receivedAt ?? stored.history[0]?.at ?? comment.writtenAt ?? new Date(0).toISOString(),
      number: await publicNumber(strapi, comment),
      canEdit: canBeEdited(status),
      canWithdraw: canBeWithdrawn(status),
    },
    article: await articleOf(knex, comment.articleId, stored.language),
    emailHint: await hintOf(strapi, id),
    stored,
    rule: status === 'declined' || status === 'hidden' ? stored.history.findLast(({ rule }) => rule !== null)?.rule ?? comment.hiddenRule : null,
    message: stored.message,
  }
}

async function publicNumber(strapi: Strapi, { documentId }: CommentRow): Promise<string | null> {
  const [shown] = await readPublicComments(strapi.db.connection, [documentId])
  return shown ? numberOf(shown.path) : null
}

async function hintOf(strapi: Strapi, id: string): Promise<string | null> {
  const row: unknown = await strapi.db.connection('commenter').select('email_cipher').where({ comment_id: id }).first()
  return row === undefined ? null : emailHint(decryptEmail(v.parse(cipherSchema, row).email_cipher, id))
}
