import type { Strapi } from '../../publication/subjects'
import * as v from 'valibot'
import { uids } from '../../publication/subjects'

const rowsSchema = v.array(v.object({ publishedAt: v.unknown(), publisher: v.nullish(v.object({ documentId: v.string() }), null) }))

/** The organisation that publishes an article: as it is public, else as its draft says; null where there is none. */
export async function publisherOf(strapi: Strapi, articleId: string): Promise<string | null> {
  const rows = v.parse(rowsSchema, await strapi.db.query(uids.article).findMany({
    where: { documentId: articleId },
    select: ['id', 'publishedAt'],
    populate: { publisher: { select: ['documentId'] } },
  }))
  const row = rows.find(found => found.publishedAt !== null) ?? rows[0]
  return row?.publisher?.documentId ?? null
}
