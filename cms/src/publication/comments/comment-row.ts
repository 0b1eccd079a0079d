import type { Strapi } from '../subjects'
import * as v from 'valibot'
import { flag, optionalText } from '../entries/media'
import { commentUid } from '../subjects'

export const moderationStatuses = ['pending', 'approved', 'declined', 'hidden', 'spam', 'withdrawn', 'erased'] as const

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
  isQuestion: flag,
  answeredAt: instant,
  writtenAt: instant,
  hiddenRule: optionalText,
  hiddenAt: instant,
})

/** A row of Strapi's comments; it holds nothing that readers gave in confidence. */
export type CommentRow = v.InferOutput<typeof commentRowSchema>

type Where
  = | { documentId: string | { $in: string[] } }
    | { articleId: string, path: { $in: string[] } | { $notNull: true } }
    | { articleId: string, path: { $null: true }, moderationStatus: CommentRow['moderationStatus'] }

/** The rows that match, in the order of the thread. */
export async function findComments(strapi: Strapi, where: Where): Promise<CommentRow[]> {
  const rows: unknown = await strapi.db.query(commentUid).findMany({ where, orderBy: [{ path: 'asc' }, { id: 'asc' }] })
  return v.parse(v.array(commentRowSchema), rows)
}

export async function findComment(strapi: Strapi, documentId: string): Promise<CommentRow | null> {
  return (await findComments(strapi, { documentId }))[0] ?? null
}

/** Whether any comment has, or once had, its place below this one. */
export async function hasPlacedBelow(strapi: Strapi, articleId: string, path: string): Promise<boolean> {
  return await strapi.db.query(commentUid).count({ where: { articleId, path: { $startsWith: `${path}.` } } }) > 0
}

/** Fills members that the system keeps, past the document service: nothing else hears of it. */
export async function setCommentMembers(strapi: Strapi, documentId: string, data: Partial<CommentRow> & { rootId?: string, depth?: number }): Promise<void> {
  await strapi.db.query(commentUid).updateMany({ where: { documentId }, data })
}
