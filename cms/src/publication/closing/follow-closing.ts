import type { Publication } from '../publication'
import type { PublicState } from '../read-model/states'
import type { Touched } from '../reconcile/touched'
import type { Closing } from './closing-row'
import * as v from 'valibot'
import { appendToLog } from '../log/append'
import { namedIn } from '../read-model/references'
import { readStates } from '../read-model/states'
import { articleListTags, documentTag, joined } from '../read-model/tags'
import { nothing } from '../reconcile/touched'
import { uids } from '../subjects'
import { readClosing, removeClosing, writeClosing } from './closing-row'

const day = 24 * 60 * 60 * 1000

const rowsSchema = v.array(v.object({ commentsCloseAfterDays: v.nullish(v.number(), null) }))

/**
 * Keeps when an article stops taking comments of itself, and lets readers know when that has come or is no more. It makes no version:
 * the article says the same. Where no version was published with it, a row of the log tells what follows it that the answer changed.
 * @param publication what the work runs in, under the publication lock
 * @param articleId whose read model is written already
 * @param isLogged whether the log has just told of the article anyway
 * @returns the rows whose answers are to be projected
 */
export async function followClosing(publication: Publication, articleId: string, isLogged: boolean): Promise<Touched> {
  const { trx } = publication
  const states = (await readStates(trx, 'article', articleId)).filter(state => state.state === 'published')
  const before = await readClosing(trx, articleId)
  const after = await closingOf(publication, articleId, states)
  if (after)
    await writeClosing(trx, after)
  else if (before)
    await removeClosing(trx, articleId)
  const isClosed = after?.isClosed ?? false
  if ((before?.isClosed ?? false) === isClosed || states.length === 0)
    return nothing
  if (!isLogged)
    await logClosing(publication, states, isClosed)
  return { documents: states, comments: [] }
}

async function closingOf({ strapi, now }: Publication, articleId: string, states: readonly PublicState[]): Promise<Closing | null> {
  const rows: unknown = await strapi.db.query(uids.article).findMany({ where: { documentId: articleId, publishedAt: { $notNull: true } }, select: ['id', 'commentsCloseAfterDays'] })
  const days = v.parse(rowsSchema, rows)[0]?.commentsCloseAfterDays ?? null
  // where the first publication is unknown, what is known of the text is when it was last changed
  const [first] = states.map(state => state.firstPublishedAt ?? state.publicUpdatedAt).sort()
  if (days === null || first === undefined)
    return null
  const closesAt = new Date(Date.parse(first) + days * day).toISOString()
  return { articleId, closesAt, isClosed: closesAt <= now }
}

async function logClosing({ trx, now, actor }: Publication, states: readonly PublicState[], isClosed: boolean): Promise<void> {
  for (const { id, language, slug } of states) {
    await appendToLog(trx, {
      subjectType: 'article',
      documentId: id,
      language,
      slug,
      action: isClosed ? 'comments-closed' : 'comments-opened',
      version: null,
      changeKind: null,
      changeNote: null,
      at: now,
      actor,
      firstPublishedAt: null,
      publicUpdatedAt: null,
      tags: joined([documentTag('article', id), ...articleListTags(await namedIn(trx, { type: 'article', id }))]),
      snapshot: '{}',
    })
  }
}
