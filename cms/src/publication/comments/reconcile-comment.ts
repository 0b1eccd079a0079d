import type { ChangeAction } from '@klartext/contract'
import type { LogRow } from '../log/log-row'
import type { Publication } from '../publication'
import type { CommentRow } from './comment-row'
import type { PublicComment } from './public-comments'
import { noLanguage } from '../languages'
import { appendToLog } from '../log/append'
import { canonicalJson, sha256 } from '../log/canonical-json'
import { redactSnapshots } from '../log/redact'
import { project } from '../read-model/project'
import { readStates } from '../read-model/states'
import { documentTag, joined, listTag, threadTag } from '../read-model/tags'
import { refuseUnplaceable, threadIsFull } from './comment-faults'
import { findComment, findComments, setCommentMembers } from './comment-row'
import { commentSnapshot, tombstoneSnapshot } from './comment-snapshot'
import { writeCommenter } from './comments-of-people'
import { lastCommentRow } from './last-comment-row'
import { projectComments } from './project-comments'
import { hasPublicBelow, readPublicComments, removePublicComment, takeOrdinal, writePublicComment } from './public-comments'
import { depthOf, maxOrdinal, pathBelow, pathsAbove, replyBase } from './thread-place'
import { appearanceOf, isPublicStatus } from './visibility'

/**
 * Brings what is public of one comment in line with its row: gives it its place when it first becomes public, shows, hides or removes
 * it, and keeps what others show of it (the answered question, the numbers of replies, the article's count). One change of what readers
 * see of the comment writes one log row.
 * @param publication what the work runs in, under the publication lock
 * @param id the comment's documentId
 * @throws ValidationError in Swedish when it is approved but has nowhere to stand
 */
export async function reconcileComment(publication: Publication, id: string): Promise<void> {
  const { strapi, trx } = publication
  const comment = await findComment(strapi, id)
  const [before] = await readPublicComments(trx, [id])
  if (!comment) {
    if (before)
      await takeOut(publication, before)
    return
  }
  const placed = await ensurePlace(publication, comment)
  if (placed?.path != null)
    await showPlaced(publication, { ...placed, path: placed.path }, before ?? null)
}

type PlacedComment = CommentRow & { path: string }

async function showPlaced(publication: Publication, comment: PlacedComment, before: PublicComment | null): Promise<void> {
  const { strapi, trx } = publication
  const after = await place(publication, comment)
  const logged = after?.appearance === 'approved'
    ? { action: 'comment-approved' as const, snapshot: commentSnapshot(comment, comment.path, after.parentId) }
    : { action: 'comment-hidden' as const, snapshot: tombstoneSnapshot(comment, comment.path) }
  const last = await lastCommentRow(trx, comment.documentId)
  const isUnchanged = (before?.appearance ?? null) === (after?.appearance ?? null)
    && (after === null || isLogged(last, logged.action, logged.snapshot))
  const hasWithheld = comment.moderationStatus === 'erased' && await redactSnapshots(trx, 'comment', comment.documentId)
  if (hasWithheld)
    await log(publication, comment, 'redacted', {})
  else if (!isUnchanged)
    await log(publication, comment, logged.action, logged.snapshot)
  const touched = [comment.documentId, ...await placeAbove(publication, comment)]
  if (after?.appearance === 'approved')
    touched.push(...await markAnswered(publication, comment))
  await projectComments({ strapi, trx, addresses: publication.addresses }, touched)
  await projectArticle(publication, comment.articleId)
}

/** Whether the log's last word on a comment is this; what the law took away stands for every line in its place. */
function isLogged(last: LogRow | null, action: ChangeAction, snapshot: object): boolean {
  if (last?.action === 'redacted')
    return action === 'comment-hidden'
  return last?.action === action && last.digest === sha256(canonicalJson(snapshot))
}

/** Takes a comment out whose row is gone; nothing stands below it. */
async function takeOut(publication: Publication, comment: PublicComment): Promise<void> {
  await removePublicComment(publication.trx, comment)
  await log(publication, { documentId: comment.id, articleId: comment.articleId }, 'comment-hidden', { id: comment.id, type: 'comment', articleId: comment.articleId })
  const above = await placeAbove(publication, comment)
  await projectComments(publication, above)
  await projectArticle(publication, comment.articleId)
}

/** The comment with its place: the one it has, or a new one when it is shown for the first time. */
async function ensurePlace(publication: Publication, comment: CommentRow): Promise<CommentRow> {
  if (comment.path !== null)
    return withHiddenAt(publication, comment)
  if (!isPublicStatus(comment.moderationStatus))
    return comment
  const { strapi, trx } = publication
  const parent = await refuseUnplaceable(publication, comment)
  const base = parent ? replyBase(parent.path) : ''
  const ordinal = await takeOrdinal(trx, comment.articleId, base)
  if (ordinal > maxOrdinal)
    throw threadIsFull()
  const path = pathBelow(base, ordinal)
  const [root] = await findComments(strapi, { articleId: comment.articleId, path: { $in: pathsAbove(path).slice(-1) } })
  await setCommentMembers(strapi, comment.documentId, { path, depth: depthOf(path), rootId: root?.documentId ?? comment.documentId })
  return { ...comment, path }
}

/** A comment that was public and is not any more knows since when, for the line in its place; one that is again forgets it. */
async function withHiddenAt({ strapi, now }: Publication, comment: CommentRow): Promise<CommentRow> {
  const hiddenAt = isPublicStatus(comment.moderationStatus) ? null : comment.hiddenAt ?? now
  if (hiddenAt !== comment.hiddenAt)
    await setCommentMembers(strapi, comment.documentId, { hiddenAt })
  return { ...comment, hiddenAt }
}

/** Writes a comment's row of the public thread as its state demands. */
async function place({ strapi, trx }: Publication, comment: PlacedComment): Promise<PublicComment | null> {
  const { documentId: id, articleId, path } = comment
  const appearance = appearanceOf(comment, await hasPublicBelow(trx, articleId, path))
  if (appearance === null) {
    const [shown] = await readPublicComments(trx, [id])
    if (shown)
      await removePublicComment(trx, shown)
    return null
  }
  const above = await findComments(strapi, { articleId, path: { $in: pathsAbove(path) } })
  const placed: PublicComment = { id, articleId, parentId: above.at(-1)?.documentId ?? null, path, appearance }
  await writePublicComment(trx, placed, above[0]?.documentId ?? id)
  await writeCommenter(trx, id, appearance === 'approved' ? comment.personId : null)
  return placed
}

/** Sees to the comments above: a line that stood there only for what was below it may go now. */
async function placeAbove(publication: Publication, { articleId, path }: { articleId: string, path: string }): Promise<string[]> {
  const above = await findComments(publication.strapi, { articleId, path: { $in: pathsAbove(path) } })
  for (const comment of above.reverse()) {
    if (comment.path !== null && !isPublicStatus(comment.moderationStatus))
      await place(publication, { ...comment, path: comment.path })
  }
  return above.map(comment => comment.documentId)
}

/** An answer by somebody whom the site has a page for answers the question. */
async function markAnswered({ strapi, now }: Publication, comment: CommentRow): Promise<string[]> {
  if (comment.personId === null || comment.parentId === null)
    return []
  const question = await findComment(strapi, comment.parentId)
  if (!question?.isQuestion || question.answeredAt !== null)
    return []
  await setCommentMembers(strapi, question.documentId, { answeredAt: comment.writtenAt ?? now })
  return [question.documentId]
}

async function projectArticle({ trx, addresses }: Publication, articleId: string): Promise<void> {
  await project(trx, await readStates(trx, 'article', articleId), addresses)
}

async function log(publication: Publication, comment: { documentId: string, articleId: string }, action: 'comment-approved' | 'comment-hidden' | 'redacted', snapshot: object): Promise<void> {
  const { trx, now, actor } = publication
  await appendToLog(trx, {
    subjectType: 'comment',
    documentId: comment.documentId,
    language: noLanguage,
    slug: null,
    action,
    version: null,
    changeKind: null,
    changeNote: null,
    at: now,
    actor,
    firstPublishedAt: null,
    publicUpdatedAt: null,
    tags: joined([threadTag(comment.articleId), documentTag('article', comment.articleId), listTag('article')]),
    snapshot: canonicalJson(snapshot),
  })
}
