import type { Strapi } from '../../publication/subjects'
import * as v from 'valibot'
import { pagePath } from '../../publication/paths'
import { uids } from '../../publication/subjects'

/** The article that a comment stands under. */
export interface ShownArticle {
  id: string
  title: string
  /** Its page on the site; null while it is not public. */
  path: string | null
}

const rowsSchema = v.array(v.object({ documentId: v.string(), title: v.nullish(v.string(), null), locale: v.string(), slug: v.nullish(v.string(), null), publishedAt: v.unknown() }))

/** Articles by documentId; what is public before drafts, Swedish before English. */
export async function readShownArticles(strapi: Strapi, ids: readonly string[]): Promise<Map<string, ShownArticle>> {
  if (ids.length === 0)
    return new Map()
  const rows = v.parse(rowsSchema, await strapi.db.query(uids.article).findMany({
    where: { documentId: { $in: [...new Set(ids)] } },
    select: ['documentId', 'title', 'locale', 'slug', 'publishedAt'],
  }))
  const rank = (row: typeof rows[number]): number => (row.publishedAt === null ? 2 : 0) + (row.locale === 'sv' ? 0 : 1)
  const articles = new Map<string, ShownArticle>()
  for (const row of rows.sort((a, b) => rank(b) - rank(a))) {
    const isPublic = row.publishedAt !== null && row.slug !== null
    articles.set(row.documentId, { id: row.documentId, title: row.title ?? '(utan rubrik)', path: isPublic ? pagePath('article', row.locale, row.slug ?? '') : null })
  }
  return articles
}
