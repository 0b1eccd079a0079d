import type { Strapi } from '../../publication/subjects'
import { moderationModes } from '@klartext/contract'
import * as v from 'valibot'
import { commentsOpenNow } from '../../publication/closing/comments-open-now'
import { uids } from '../../publication/subjects'

const publishedRows = v.array(v.object({
  commentsOpen: v.nullish(v.boolean(), true),
  commentsModeration: v.nullish(v.picklist(moderationModes), 'pre'),
}))

/** What an article says about comments below it, as it is published now. */
export interface ArticleTerms {
  isOpen: boolean
  moderation: (typeof moderationModes)[number]
}

/**
 * Reads an article's terms for comments; inside a transaction, as that sees them.
 * @returns null where it is not published in any language
 */
export async function readArticleTerms(strapi: Strapi, articleId: string): Promise<ArticleTerms | null> {
  const [row] = v.parse(publishedRows, await strapi.db.query(uids.article).findMany({
    where: { documentId: articleId, publishedAt: { $notNull: true } },
  }))
  if (!row)
    return null
  return { isOpen: await commentsOpenNow(strapi, { id: articleId, commentsOpen: row.commentsOpen }, new Date()), moderation: row.commentsModeration }
}
