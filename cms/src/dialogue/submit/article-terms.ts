import type { Strapi } from '../../publication/subjects'
import { moderationModes } from '@klartext/contract'
import * as v from 'valibot'
import { uids } from '../../publication/subjects'

const publishedRows = v.array(v.object({
  title: v.string(),
  locale: v.string(),
  commentsOpen: v.nullish(v.boolean(), true),
  commentsModeration: v.nullish(v.picklist(moderationModes), 'pre'),
  publisher: v.nullish(v.object({ documentId: v.string() }), null),
}))

/** What an article says about comments below it, as it is published now. */
export interface ArticleTerms {
  title: string
  isOpen: boolean
  moderation: (typeof moderationModes)[number]
  organisationId: string | null
}

/**
 * Reads an article's terms for comments.
 * @param strapi inside a transaction, reads what the transaction sees
 * @param articleId its documentId
 * @param language that its title is wanted in
 * @returns null where it is not published in any language
 */
export async function readArticleTerms(strapi: Strapi, articleId: string, language: string): Promise<ArticleTerms | null> {
  const rows = v.parse(publishedRows, await strapi.db.query(uids.article).findMany({
    where: { documentId: articleId, publishedAt: { $notNull: true } },
    populate: { publisher: { select: ['documentId'] } },
  }))
  const row = rows.find(({ locale }) => locale === language) ?? rows[0]
  if (!row)
    return null
  return { title: row.title, isOpen: row.commentsOpen, moderation: row.commentsModeration, organisationId: row.publisher?.documentId ?? null }
}
