import type { Knex } from 'knex'
import type { Strapi } from '../../publication/subjects'
import type { StoredComment } from '../sender/stored'
import * as v from 'valibot'
import { findComments } from '../../publication/comments/comment-row'
import { eraseBySender } from '../decide/by-sender'
import { eraseReport } from '../erase/erase'
import { articleOf } from '../sender/article-of'
import { storedComment } from '../sender/stored'
import { decryptEmail } from '../vault/email'

const reportSchema = v.pipe(
  v.object({ receipt: v.string(), comment_id: v.string(), rule: v.string(), text: v.string(), language: v.string(), received_at: v.string(), state: v.string(), decision_text: v.nullable(v.string()), decided_at: v.nullable(v.string()) }),
  v.transform(row => ({ receipt: row.receipt, commentId: row.comment_id, rule: row.rule, text: row.text, language: row.language, receivedAt: row.received_at, state: row.state, decision: row.decision_text, decidedAt: row.decided_at })),
)

/** Everything that is kept under one address. */
export interface OwnedData {
  email: string | null
  comments: (StoredComment & { article: { title: string, slug: string, language: string } })[]
  reports: v.InferOutput<typeof reportSchema>[]
}

const commentIds = async (knex: Knex, owner: string): Promise<string[]> =>
  v.parse(v.array(v.object({ comment_id: v.string() })), await knex('commenter').select('comment_id').where({ email_hmac: owner }).orderBy('created_at')).map(row => row.comment_id)

/** Whether anything is kept under an address, and the address as it was written with it. */
export async function keptAddress(knex: Knex, owner: string): Promise<string | null> {
  const comment: unknown = await knex('commenter').select('email_cipher', 'comment_id as bound').where({ email_hmac: owner }).first()
  const row = comment ?? await knex('comment_report').select('email_cipher', 'receipt as bound').where({ email_hmac: owner }).whereNotNull('email_cipher').first()
  if (row === undefined)
    return null
  const { email_cipher: cipher, bound } = v.parse(v.object({ email_cipher: v.string(), bound: v.string() }), row)
  return decryptEmail(cipher, bound)
}

/** Collects it, for the one whose address it is. */
export async function ownedData(strapi: Strapi, owner: string): Promise<OwnedData> {
  const knex = strapi.db.connection
  const comments = await findComments(strapi, { documentId: { $in: await commentIds(knex, owner) } })
  const reports: unknown = await knex('comment_report').where({ email_hmac: owner }).orderBy('received_at')
  return {
    email: await keptAddress(knex, owner),
    comments: await Promise.all(comments.map(async comment => ({ ...await storedComment(knex, comment), article: await articleOf(knex, comment.articleId, comment.language) }))),
    reports: v.parse(v.array(reportSchema), reports),
  }
}

/** Erases every comment and report under an address, all or none → how many. */
export async function eraseOwned(strapi: Strapi, owner: string): Promise<number> {
  return strapi.db.transaction(async ({ trx }) => {
    const ids = await commentIds(trx, owner)
    for (const id of ids)
      await eraseBySender(strapi, id)
    const rows: unknown = await trx('comment_report').select('receipt').where({ email_hmac: owner })
    const receipts = v.parse(v.array(v.object({ receipt: v.string() })), rows)
    for (const { receipt } of receipts)
      await eraseReport(strapi, receipt)
    return ids.length + receipts.length
  })
}
