import type { Publication } from '../publication'
import type { CommentRow } from './comment-row'
import { threadIsFull } from './comment-faults'
import { findComments, setCommentMembers } from './comment-row'
import { takeOrdinal } from './public-comments'
import { depthOf, maxOrdinal, pathBelow, pathsAbove, replyBase } from './thread-place'

/** A comment that is, or once was, in the public thread. */
export type PlacedComment = CommentRow & { path: string }

export const isPlaced = (comment: CommentRow): comment is PlacedComment => comment.path !== null

/**
 * Gives an approved comment that has no place yet its place in the thread of a public article: below the place of what it answers, or
 * as a root comment where that is null.
 * @throws ValidationError in Swedish when the thread has no more numbers there
 */
export async function givePlace({ strapi, trx }: Publication, comment: CommentRow, parentPath: string | null): Promise<PlacedComment> {
  const base = parentPath === null ? '' : replyBase(parentPath)
  const ordinal = await takeOrdinal(trx, comment.articleId, base)
  if (ordinal > maxOrdinal)
    throw threadIsFull()
  const path = pathBelow(base, ordinal)
  const [root] = await findComments(strapi, { articleId: comment.articleId, path: { $in: pathsAbove(path).slice(-1) } })
  await setCommentMembers(strapi, comment.documentId, { path, depth: depthOf(path), rootId: root?.documentId ?? comment.documentId })
  return { ...comment, path }
}

/**
 * Gives places to the approved comments that wait for what they answer, each before its replies and its later siblings. One whose
 * parent has no place goes on waiting.
 * @param publication what the work runs in, under the publication lock
 * @param articleId a public article
 * @param parents what they may answer and has a place; null stands for the article itself
 * @returns the comments that got a place
 */
export async function givePlacesBelow(publication: Publication, articleId: string, parents: readonly (PlacedComment | null)[]): Promise<PlacedComment[]> {
  const waiting = await findComments(publication.strapi, { articleId, path: { $null: true }, moderationStatus: 'approved' })
  const byParent = Map.groupBy(waiting, comment => comment.parentId)
  const placed: PlacedComment[] = []
  const below = async (parent: PlacedComment | null): Promise<void> => {
    for (const comment of byParent.get(parent?.documentId ?? null) ?? []) {
      const given = await givePlace(publication, comment, parent?.path ?? null)
      placed.push(given)
      await below(given)
    }
  }
  for (const parent of parents)
    await below(parent)
  return placed
}
