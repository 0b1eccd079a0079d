import type { Knex } from 'knex'
import type { Evidence, Lookups } from './rule'
import * as v from 'valibot'
import { textDigest } from '../submit/digests'

const week = 7 * 24 * 60 * 60 * 1000

const rowsSchema = v.array(v.object({ article_id: v.string(), sender_hash: v.nullable(v.string()) }))

/** Looks for the text of a comment in what came in during the last week. */
export const sameTextIn = (knex: Knex): Lookups['sameTextElsewhere'] => async ({ articleId, senderHash, text, now }: Evidence) => {
  const rows = v.parse(rowsSchema, await knex('comment_submission')
    .distinct('article_id', 'sender_hash')
    .where({ text_digest: textDigest(text) })
    .where('received_at', '>', new Date(now.getTime() - week).toISOString())
    .limit(100))
  return {
    otherArticles: new Set(rows.map(row => row.article_id).filter(id => id !== articleId)).size,
    otherSenders: new Set(rows.map(row => row.sender_hash).filter(hash => hash !== senderHash)).size,
  }
}
