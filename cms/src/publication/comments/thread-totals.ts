import type { Knex } from 'knex'
import type { PublicComment } from './public-comments'
import { commentListOf } from '../read-model/article-facts'
import { countIn } from '../read-model/listings'
import { depthOf } from './thread-place'

/** Root comments of an article's thread, tombstones included: what paging steps through. */
const rootListOf = (articleId: string): string => `root|${articleId}`
/** Questions that show their text, and those of them that somebody of the site has answered. */
const questionListOf = (articleId: string): string => `question|${articleId}`
const answeredListOf = (articleId: string): string => `answered|${articleId}`

/** The kept totals of a thread, by the name of each. */
export function totalsOf(articleId: string, comments: readonly PublicComment[]): { list_key: string, total: number }[] {
  const shown = comments.filter(comment => comment.appearance === 'approved')
  return [
    { list_key: commentListOf(articleId), total: shown.length },
    { list_key: rootListOf(articleId), total: comments.filter(comment => depthOf(comment.path) === 0).length },
    { list_key: questionListOf(articleId), total: shown.filter(comment => comment.isQuestion).length },
    { list_key: answeredListOf(articleId), total: shown.filter(comment => comment.isAnswered).length },
  ]
}

/** Keeps the totals of a thread in which one comment changed. */
export async function countThread(trx: Knex, articleId: string, before: PublicComment | null, after: PublicComment | null): Promise<void> {
  const was = totalsOf(articleId, before ? [before] : [])
  for (const [index, { list_key, total }] of totalsOf(articleId, after ? [after] : []).entries())
    await countIn(trx, [list_key], total - (was[index]?.total ?? 0))
}

export async function removeThreadTotals(trx: Knex, articleId: string): Promise<void> {
  await trx('public_total').whereIn('list_key', totalsOf(articleId, []).map(total => total.list_key)).delete()
}
