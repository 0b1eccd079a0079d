import type { Strapi } from '../subjects'
import * as v from 'valibot'
import { flag, optionalText } from '../entries/media'
import { defaultLanguage } from '../languages'
import { commentUid } from '../subjects'

export const moderationStatuses = ['pending', 'approved', 'declined', 'hidden', 'spam', 'withdrawn', 'erased'] as const

export type ModerationStatus = (typeof moderationStatuses)[number]

const instant = v.pipe(
  v.nullish(v.union([v.string(), v.date()]), null),
  v.transform(value => value === null ? null : new Date(value).toISOString()),
)

const commentRowSchema = v.object({
  documentId: v.string(),
  articleId: v.string(),
  parentId: optionalText,
  path: optionalText,
  moderationStatus: v.picklist(moderationStatuses),
  authorName: optionalText,
  personId: optionalText,
  bodyText: optionalText,
  language: v.pipe(optionalText, v.transform(language => language ?? defaultLanguage)),
  isQuestion: flag,
  answeredAt: instant,
  writtenAt: instant,
  hiddenRule: optionalText,
  hiddenAt: instant,
})

/** A row of Strapi's comments; it holds nothing that readers gave in confidence. */
export type CommentRow = v.InferOutput<typeof commentRowSchema>

/** The table that Strapi keeps comments in. */
export function commentTable(strapi: Strapi): string {
  const table = strapi.getModel(commentUid).collectionName
  if (table === undefined)
    throw new Error('Comments have no table.')
  return table
}

type Where
  = | { documentId: string | { $in: string[] } }
    | { articleId: string, path: { $in: string[] } | { $notNull: true } }
    | { articleId: string, path: { $null: true }, moderationStatus: CommentRow['moderationStatus'] }
    | { articleId: string, isQuestion: true, moderationStatus: CommentRow['moderationStatus'] }

/** The rows that match, in the order of the thread. */
export async function findComments(strapi: Strapi, where: Where): Promise<CommentRow[]> {
  const rows: unknown = await strapi.db.query(commentUid).findMany({ where, orderBy: [{ path: 'asc' }, { id: 'asc' }] })
  return v.parse(v.array(commentRowSchema), rows)
}

export async function findComment(strapi: Strapi, documentId: string): Promise<CommentRow | null> {
  return (await findComments(strapi, { documentId }))[0] ?? null
}

const numberedRow = v.object({ id: v.number() })

/** A stretch of all comments in the order in which they came to be, after the row with a number. */
export async function readCommentBatch(strapi: Strapi, after: number, limit: number): Promise<{ row: number, comment: CommentRow }[]> {
  const rows: unknown[] = await strapi.db.query(commentUid).findMany({ where: { id: { $gt: after } }, orderBy: [{ id: 'asc' }], limit })
  return rows.map(row => ({ row: v.parse(numberedRow, row).id, comment: v.parse(commentRowSchema, row) }))
}

/** The first replies to a comment, whatever became of them. */
export async function findReplies(strapi: Strapi, parentId: string, limit: number): Promise<CommentRow[]> {
  const rows: unknown = await strapi.db.query(commentUid).findMany({ where: { parentId }, orderBy: [{ id: 'asc' }], limit })
  return v.parse(v.array(commentRowSchema), rows)
}

/** The earliest public answer to a comment by somebody whom the site has a page for; null without one. */
export async function findAnswer(strapi: Strapi, questionId: string): Promise<CommentRow | null> {
  const where = { parentId: questionId, moderationStatus: 'approved', personId: { $notNull: true }, path: { $notNull: true } }
  const row: unknown = await strapi.db.query(commentUid).findOne({ where, orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }] })
  return row === null ? null : v.parse(commentRowSchema, row)
}

/** Whether any comment has, or once had, its place below this one. */
export async function hasPlacedBelow(strapi: Strapi, articleId: string, path: string): Promise<boolean> {
  return await strapi.db.query(commentUid).count({ where: { articleId, path: { $startsWith: `${path}.` } } }) > 0
}

/** Fills members that the system keeps, past the document service: nothing else hears of it. */
export async function setCommentMembers(strapi: Strapi, documentId: string, data: Partial<CommentRow> & { rootId?: string, depth?: number }): Promise<void> {
  await strapi.db.query(commentUid).updateMany({ where: { documentId }, data })
}
