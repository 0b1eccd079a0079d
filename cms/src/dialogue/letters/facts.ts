import type { Knex } from 'knex'
import type { Strapi } from '../../publication/subjects'
import type { ArticleFacts, CommentFacts } from './templates/shared-parts'
import { Buffer } from 'node:buffer'
import * as v from 'valibot'
import { findComment } from '../../publication/comments/comment-row'
import { senderToken } from '../sender/sender-link'
import { pageOfToken } from './site-addresses'

const bytes = v.pipe(v.instance(Uint8Array), v.transform((json): unknown => JSON.parse(Buffer.from(json).toString())))
const articleSchema = v.object({ language: v.string(), json: v.pipe(bytes, v.object({ title: v.string(), url: v.string() })) })
const commentSchema = v.object({ json: v.pipe(bytes, v.object({ author: v.object({ name: v.nullable(v.string()) }) })) })

export interface FoundComment extends CommentFacts { status: string }

/** What a letter says of a comment, as it stands now; null where the comment is gone. */
export async function commentFacts(strapi: Strapi, commentId: string, language: 'sv' | 'en'): Promise<FoundComment | null> {
  const comment = await findComment(strapi, commentId)
  if (!comment || comment.moderationStatus === 'erased')
    return null
  const knex = strapi.db.connection
  const article = await publicArticle(knex, comment.articleId, language)
  return {
    status: comment.moderationStatus,
    article: article && { title: article.title, url: `${article.url}${await isShown(knex, commentId) ? pageBelow(article.language, commentId) : ''}` },
    senderUrl: pageOfToken('comment', language, senderToken(commentId)),
  }
}

/** The article in the letter's language where it is public in that, else in another. */
async function publicArticle(knex: Knex, id: string, language: string): Promise<ArticleFacts & { language: string } | null> {
  const found: unknown = await knex('public_document').select('language', 'json').where({ subject_type: 'article', document_id: id, state: 'published' }).orderBy('language')
  const rows = v.parse(v.array(articleSchema), found)
  const row = rows.find(each => each.language === language) ?? rows[0]
  return row ? { ...row.json, language: row.language } : null
}

/** A page of its own has every comment, while its thread may fill many pages of the article. */
const pageBelow = (language: string, commentId: string): string => `/${language === 'en' ? 'comments' : 'kommentarer'}/${commentId}`

const isShown = async (knex: Knex, commentId: string): Promise<boolean> =>
  await knex('public_comment').where({ document_id: commentId }).first('document_id') !== undefined

/** An answer that the site gave, as the letter quotes it; null where it is not public. */
export async function answerFacts(strapi: Strapi, answerId: string): Promise<{ name: string, text: string } | null> {
  const answer = await findComment(strapi, answerId)
  const row: unknown = await strapi.db.connection('public_comment').select('json').where({ document_id: answerId }).first()
  const name = row === undefined ? null : v.parse(commentSchema, row).json.author.name
  return answer?.moderationStatus === 'approved' && answer.bodyText !== null && name !== null ? { name, text: answer.bodyText } : null
}

const reportSchema = v.object({ receipt: v.string(), comment_id: v.string(), state: v.string(), decision_text: v.nullable(v.string()) })

export interface ReportFacts { receipt: string, isUpheld: boolean, isGone: boolean, reasons: string | null }

/** A report and what was decided on it; null where it is gone. */
export async function reportFacts(strapi: Strapi, receipt: string): Promise<ReportFacts | null> {
  const row: unknown = await strapi.db.connection('comment_report').where({ receipt }).first()
  if (row === undefined)
    return null
  const report = v.parse(reportSchema, row)
  const status = (await findComment(strapi, report.comment_id))?.moderationStatus
  return { receipt, isUpheld: report.state === 'upheld', isGone: status !== 'approved' && status !== 'hidden', reasons: report.decision_text }
}
