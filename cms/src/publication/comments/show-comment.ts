import type { Publication } from '../publication'
import type { CommentRow } from './comment-row'
import type { PlacedComment } from './give-places'
import type { PublicComment } from './public-comments'
import { redactSnapshots } from '../log/redact'
import { findAnswer, findComment, findComments, setCommentMembers } from './comment-row'
import { commentSnapshot, tombstoneSnapshot } from './comment-snapshot'
import { writeCommenter } from './comments-of-people'
import { isPlaced } from './give-places'
import { lastCommentRow } from './last-comment-row'
import { isLogged, logComment } from './log-comment'
import { hasPublicBelow, publicComment, readPublicComments, removePublicComment, writePublicComment } from './public-comments'
import { pathsAbove } from './thread-place'
import { appearanceOf, isPublicStatus } from './visibility'

/**
 * Brings one comment of a public article's thread in line with its row: shows it, hides it or takes it out, and logs what readers see
 * change.
 * @param publication what the work runs in, under the publication lock
 * @param comment with its place
 * @returns the comments whose answers are to be projected
 */
export async function showComment(publication: Publication, comment: PlacedComment): Promise<string[]> {
  const { trx } = publication
  const [before] = await readPublicComments(trx, [comment.documentId])
  const after = await place(publication, comment)
  const logged = after?.appearance === 'approved'
    ? { action: 'comment-approved' as const, snapshot: commentSnapshot(comment, comment.path, after.parentId) }
    : { action: 'comment-hidden' as const, snapshot: tombstoneSnapshot(comment, comment.path) }
  const isNews = after === null
    ? before !== undefined
    : !isLogged(await lastCommentRow(trx, comment.documentId), logged.action, logged.snapshot)
  if (!await redactErased(publication, comment) && isNews)
    await logComment(publication, comment, logged.action, logged.snapshot)
  return [
    comment.documentId,
    ...await placeAbove(publication, comment),
    ...await keepAnswered(publication, comment),
  ]
}

/**
 * Tells the log that a comment went while its article is not public: readers see nothing of it, but what followed the log may. What a
 * comment shows anew is told when the article is public again.
 */
export async function logTakenAway(publication: Publication, comment: PlacedComment): Promise<void> {
  if (isPublicStatus(comment.moderationStatus))
    return
  const last = await lastCommentRow(publication.trx, comment.documentId)
  const snapshot = tombstoneSnapshot(comment, comment.path)
  if (!await redactErased(publication, comment) && last !== null && !isLogged(last, 'comment-hidden', snapshot))
    await logComment(publication, comment, 'comment-hidden', snapshot)
}

/** Empties what the log kept of an erased comment, and logs that; false where there was nothing to empty. */
async function redactErased(publication: Publication, comment: PlacedComment): Promise<boolean> {
  const hasEmptied = comment.moderationStatus === 'erased' && await redactSnapshots(publication.trx, 'comment', comment.documentId)
  if (hasEmptied)
    await logComment(publication, comment, 'redacted', {})
  return hasEmptied
}

/** Writes a comment's row of the public thread as its state demands. */
async function place({ strapi, trx }: Publication, comment: PlacedComment): Promise<PublicComment | null> {
  const { documentId: id, articleId, path } = comment
  const appearance = appearanceOf(comment, await hasPublicBelow(trx, id))
  if (appearance === null) {
    const [shown] = await readPublicComments(trx, [id])
    if (shown)
      await removePublicComment(trx, shown)
    return null
  }
  const above = await findComments(strapi, { articleId, path: { $in: pathsAbove(path) } })
  const placed = publicComment(comment, above.at(-1)?.documentId ?? null, appearance)
  await writePublicComment(trx, placed, above[0]?.documentId ?? id)
  await writeCommenter(trx, id, appearance === 'approved' ? comment.personId : null)
  return placed
}

/** Sees to the comments above: a line that stood there only for what was below it may go now, or come. */
export async function placeAbove(publication: Publication, { articleId, path }: { articleId: string, path: string }): Promise<string[]> {
  const above = await findComments(publication.strapi, { articleId, path: { $in: pathsAbove(path) } })
  for (const comment of above.reverse()) {
    if (isPlaced(comment) && !isPublicStatus(comment.moderationStatus))
      await place(publication, comment)
  }
  return above.map(comment => comment.documentId)
}

/**
 * An answer by somebody whom the site has a page for answers the question, as of when it was written; when it goes, the next such answer
 * does, or the question is open again. A time that was stated in another way stays.
 * @param publication what the work runs in, under the publication lock
 * @param answer a comment that was or is public
 * @returns the question, where its time changed
 */
export async function keepAnswered(publication: Publication, answer: CommentRow): Promise<string[]> {
  const { strapi, now } = publication
  if (answer.personId === null || answer.parentId === null)
    return []
  const question = await findComment(strapi, answer.parentId)
  if (!question?.isQuestion)
    return []
  const isStatedByThis = question.answeredAt !== null && question.answeredAt === answer.writtenAt
  if (question.answeredAt !== null && !isStatedByThis)
    return []
  const first = await findAnswer(strapi, question.documentId)
  const answeredAt = first && (first.writtenAt ?? now)
  if (answeredAt === question.answeredAt)
    return []
  await setCommentMembers(strapi, question.documentId, { answeredAt })
  if (isPlaced(question) && (await readPublicComments(publication.trx, [question.documentId])).length > 0)
    await place(publication, { ...question, answeredAt })
  return [question.documentId]
}
