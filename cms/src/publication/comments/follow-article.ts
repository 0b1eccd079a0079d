import type { Publication } from '../publication'
import type { PublicState } from '../read-model/states'
import type { CommentPlace } from './comments-of-people'
import { tellFollowed } from '../comment-observers'
import { readStates } from '../read-model/states'
import { findComments } from './comment-row'
import { givePlacesBelow, isPlaced } from './give-places'
import { removePublicThread } from './public-comments'
import { showComment } from './show-comment'

const isAnyPublic = (states: readonly PublicState[]): boolean => states.some(state => state.state === 'published')

/** Whether an article is public in any language; only then its comments are. */
export async function isArticlePublic({ trx }: Publication, articleId: string): Promise<boolean> {
  return isAnyPublic(await readStates(trx, 'article', articleId))
}

/**
 * Lets the thread of an article come and go with it: every approved comment, in the order of the thread, when its first language becomes
 * public, and nothing of it when the last one is taken back. The log tells of each comment that it has not told of yet; that a thread
 * left with its article, the article's own row says.
 * @param publication what the work runs in, under the publication lock
 * @param articleId whose read model is written already
 * @param before the article's rows until now
 * @returns the comments whose answers are to be projected
 */
export async function followArticle(publication: Publication, articleId: string, before: readonly PublicState[]): Promise<CommentPlace[]> {
  const isPublic = await isArticlePublic(publication, articleId)
  if (isPublic === isAnyPublic(before))
    return []
  if (!isPublic) {
    await removePublicThread(publication.trx, articleId)
    await tellFollowed(publication, articleId, false)
    return []
  }
  const known = (await findComments(publication.strapi, { articleId, path: { $notNull: true } })).filter(isPlaced)
  const comments = [...known, ...await givePlacesBelow(publication, articleId, [null, ...known])]
  const shown: string[] = []
  for (const comment of comments.sort((a, b) => a.path < b.path ? -1 : 1))
    shown.push(...await showComment(publication, comment))
  await tellFollowed(publication, articleId, true)
  return [...new Set(shown)].map(id => ({ id, articleId }))
}
