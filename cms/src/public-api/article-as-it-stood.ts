import type { Article } from '@klartext/contract'
import type { DocumentHead } from './read/documents'
import type { LoggedArticle } from './read/log'
import type { ApiContext } from './resource'
import { countSchema, languageSchema, slugSchema, translationSchema } from '@klartext/contract'
import * as v from 'valibot'
import { presentArticle } from '../publication/present/present'
import { parseSnapshot } from '../publication/snapshot/schemas'
import { notFound } from './problem'
import { readDocument } from './read/documents'

/** What an earlier version says as things stand today: the thread and the translations are those of now. */
const presentFactsSchema = v.object({
  commentCount: countSchema,
  translations: v.array(v.object({ language: languageSchema, slug: slugSchema, title: translationSchema.entries.title })),
})

/**
 * An article as it stood in a version.
 * @param context where to read
 * @param head of the article as it is public now
 * @param version as the log keeps it
 * @returns null where the text was removed because the law demanded it
 */
export async function articleAsItStood(context: ApiContext, head: DocumentHead, version: LoggedArticle): Promise<Article | null> {
  if (version.snapshot === null)
    return null
  const snapshot = parseSnapshot(version.snapshot)
  if (snapshot.type !== 'article')
    throw new Error(`Version ${version.version} of article ${head.id} holds a ${snapshot.type}.`)
  const current = await readDocument(context.database, head)
  if (!current)
    throw notFound('The article is no longer public.')
  const { version: number, firstPublishedAt, publicUpdatedAt, changeNote } = version
  const facts = v.parse(presentFactsSchema, JSON.parse(current.json.toString()))
  return presentArticle(snapshot, { version: number, firstPublishedAt, publicUpdatedAt, changeNote, areCommentsClosed: false, ...facts }, context)
}
