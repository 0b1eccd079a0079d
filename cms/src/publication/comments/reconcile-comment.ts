import type { Publication } from '../publication'
import type { CommentRow } from './comment-row'
import type { PublicComment } from './public-comments'
import * as v from 'valibot'
import { redactSnapshots } from '../log/redact'
import { project } from '../read-model/project'
import { readStates } from '../read-model/states'
import { refuseUnplaceable } from './comment-faults'
import { findComment, setCommentMembers } from './comment-row'
import { isArticlePublic } from './follow-article'
import { givePlace, givePlacesBelow, isPlaced } from './give-places'
import { lastCommentRow } from './last-comment-row'
import { logComment } from './log-comment'
import { projectComments } from './project-comments'
import { readPublicComments, removePublicComment } from './public-comments'
import { keepAnswered, logTakenAway, placeAbove, showComment } from './show-comment'
import { isPublicStatus } from './visibility'

/**
 * Brings what is public of one comment in line with its row: gives it its place when it first becomes public, shows, hides or removes
 * it, and keeps what others show of it (the answered question, the numbers of replies, the article's count). One change of what readers
 * see of the comment writes one log row. Under an article that is not public nothing is shown or told: an approved comment waits for
 * the article (see {@link followArticle}), and only what readers could see before is told to be gone.
 * @param publication what the work runs in, under the publication lock
 * @param id the comment's documentId
 * @param before its row as it was; null for a new one
 * @returns the comments of which readers may see something else now
 * @throws ValidationError in Swedish when it is approved but has nowhere to stand
 */
export async function reconcileComment(publication: Publication, id: string, before: CommentRow | null): Promise<string[]> {
  const comment = await findComment(publication.strapi, id)
  if (!comment)
    return takeOutDeleted(publication, id, before)
  const isPublic = await isArticlePublic(publication, comment.articleId)
  if (isPlaced(comment)) {
    const placed = { ...comment, hiddenAt: await keepHiddenAt(publication, comment) }
    if (isPublic)
      return show(publication, placed)
    await logTakenAway(publication, placed)
  }
  else if (isPublicStatus(comment.moderationStatus)) {
    const parent = await refuseUnplaceable(publication, comment, isPublic)
    if (isPublic)
      return show(publication, await givePlace(publication, comment, parent))
  }
  return []
}

/** Shows a comment as its state demands, and the approved replies that waited for it. */
async function show(publication: Publication, comment: Parameters<typeof showComment>[1]): Promise<string[]> {
  const touched = await showComment(publication, comment)
  if (isPublicStatus(comment.moderationStatus)) {
    for (const reply of await givePlacesBelow(publication, comment.articleId, [comment]))
      touched.push(...await showComment(publication, reply))
  }
  await projectComments(publication, touched)
  await projectArticle(publication, comment.articleId)
  return touched
}

/** Takes a comment out whose row is gone, here and in the log; nothing stands below it. */
async function takeOutDeleted(publication: Publication, id: string, before: CommentRow | null): Promise<string[]> {
  const [shown] = await readPublicComments(publication.trx, [id])
  const articleId = shown?.articleId ?? await toldArticle(publication, id)
  const hasEmptied = await redactSnapshots(publication.trx, 'comment', id)
  if (articleId === null) {
    if (hasEmptied && before)
      await logComment(publication, before, 'redacted', {})
    return []
  }
  await logComment(publication, { documentId: id, articleId }, 'comment-hidden', { id, type: 'comment', articleId })
  return shown ? removeShown(publication, shown, before) : []
}

async function removeShown(publication: Publication, comment: PublicComment, before: CommentRow | null): Promise<string[]> {
  await removePublicComment(publication.trx, comment)
  const touched = [...await placeAbove(publication, comment), ...before ? await keepAnswered(publication, before) : []]
  await projectComments(publication, touched)
  await projectArticle(publication, comment.articleId)
  return touched
}

const approvedSnapshot = v.object({ articleId: v.string() })

/** The article under which the log's last word shows a comment; null where it shows none. */
async function toldArticle({ trx }: Publication, id: string): Promise<string | null> {
  const last = await lastCommentRow(trx, id)
  return last?.action === 'comment-approved' && last.snapshot !== null ? v.parse(approvedSnapshot, JSON.parse(last.snapshot)).articleId : null
}

/** A comment that was public and is not any more knows since when, for the line in its place; one that is again forgets it. */
async function keepHiddenAt({ strapi, now }: Publication, comment: CommentRow): Promise<string | null> {
  const hiddenAt = isPublicStatus(comment.moderationStatus) ? null : comment.hiddenAt ?? now
  if (hiddenAt !== comment.hiddenAt)
    await setCommentMembers(strapi, comment.documentId, { hiddenAt })
  return hiddenAt
}

async function projectArticle({ trx, addresses }: Publication, articleId: string): Promise<void> {
  await project(trx, await readStates(trx, 'article', articleId), addresses)
}
