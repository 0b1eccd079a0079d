import type { errors } from '@strapi/utils'
import type { Publication } from '../publication'
import type { Fault } from '../refusals/fault'
import type { CommentRow } from './comment-row'
import { refusal } from '../refusals/fault'
import { labelOf } from '../refusals/labels'
import { commentUid, uids } from '../subjects'
import { findComment, hasPlacedBelow } from './comment-row'
import { readPublicComments } from './public-comments'
import { maxOrdinal } from './thread-place'
import { isPublicStatus } from './visibility'

const label = (field: string): string => labelOf(commentUid, field)

const approval = (field: string, message: string): errors.ValidationError =>
  refusal('Kommentaren kan inte godkännas.', [{ path: [field], message: `${label(field)}: ${message}` }])

/**
 * Refuses the approval of a comment that would stand nowhere: without a text, under no article, or below a comment that is not public
 * or stands under another article. Under an article that is not public yet, one that is approved is as good as public.
 * @returns the place of the comment that it answers; null for a root comment, and for an answer to what has no place yet
 * @throws ValidationError in Swedish
 */
export async function refuseUnplaceable({ strapi, trx }: Publication, comment: CommentRow, isArticlePublic: boolean): Promise<string | null> {
  if (!comment.bodyText?.trim())
    throw approval('bodyText', 'Kommentaren saknar text.')
  const article: unknown = await strapi.db.query(uids.article).findOne({ where: { documentId: comment.articleId }, select: ['id'] })
  if (!article)
    throw approval('articleId', 'Artikeln som kommentaren hör till finns inte längre.')
  if (comment.parentId === null)
    return null
  const parent = await findComment(strapi, comment.parentId)
  const isShown = isArticlePublic
    ? (await readPublicComments(trx, [comment.parentId])).length > 0
    : parent !== null && (isPublicStatus(parent.moderationStatus) || (parent.moderationStatus === 'hidden' && parent.path !== null))
  if (!parent || !isShown)
    throw approval('parentId', 'Kommentaren som den svarar på är inte publik. Godkänn den först.')
  if (parent.articleId !== comment.articleId)
    throw approval('parentId', 'Kommentaren som den svarar på hör till en annan artikel.')
  return parent.path
}

export function threadIsFull(): errors.ValidationError {
  return approval('parentId', `Det finns inga fler nummer: en tråd rymmer ${maxOrdinal} kommentarer på varje ställe.`)
}

/**
 * Refuses what would tear a public thread: moving a comment that has a place, hiding one without a reason, and deleting one that
 * others answer.
 * @param publication what the work runs in
 * @param id the comment's documentId
 * @param change the members that are to be changed; null when it is to be deleted
 * @throws ValidationError in Swedish
 */
export async function refuseTearing(publication: Publication, id: string, change: Readonly<Record<string, unknown>> | null): Promise<void> {
  const { strapi } = publication
  const comment = await findComment(strapi, id)
  if (!comment || comment.path === null)
    return
  if (change === null) {
    if (await hasPlacedBelow(strapi, comment.articleId, comment.path))
      throw refusal('Kommentaren kan inte tas bort.', [{ path: [], message: 'Andra har svarat på den. Dölj den i stället, så står svaren kvar på sin plats.' }])
    return
  }
  const faults: Fault[] = []
  for (const field of ['articleId', 'parentId'] as const) {
    if (change[field] !== undefined && change[field] !== comment[field])
      faults.push({ path: [field], message: `${label(field)}: En kommentar som har varit publik kan inte flyttas.` })
  }
  const hiddenRule = change.hiddenRule === undefined ? comment.hiddenRule : change.hiddenRule
  if (change.moderationStatus === 'hidden' && (typeof hiddenRule !== 'string' || !hiddenRule.trim()))
    faults.push({ path: ['hiddenRule'], message: `${label('hiddenRule')}: Skriv regeln som kommentaren bröt mot; läsarna ser den där kommentaren stod.` })
  if (faults.length > 0)
    throw refusal('Kommentaren kan inte ändras så.', faults)
}
