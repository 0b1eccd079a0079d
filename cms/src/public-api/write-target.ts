import type { TargetArticle } from '../dialogue/submit/intake'
import type { DocumentHead } from './read/documents'
import type { ApiContext, WriteRequest } from './resource'
import { emptyQuerySchema, slugSchema } from '@klartext/contract'
import * as v from 'valibot'
import { defaultLanguage, siteLanguages } from '../publication/languages'
import { withdrawal } from './document-at'
import { notFound } from './problem'
import { parseQuery } from './query'
import { findByOldSlug, findBySlug } from './read/documents'

/**
 * The public article that something is sent in to. A slug is looked for in the language that the sender writes first, then in the
 * others; an old slug leads to its article, because a redirect would lose what was sent.
 * @throws PublicProblem 404 where there is none, 410 where it was withdrawn, 400 for a query
 */
export async function articleToWriteTo(context: ApiContext, request: WriteRequest, language: string = defaultLanguage): Promise<TargetArticle> {
  parseQuery(emptyQuerySchema, request.query)
  const [slug = ''] = request.params
  const heads = v.is(slugSchema, slug) ? await headsWith(context, slug, language) : []
  const head = heads.find(({ isWithdrawn }) => !isWithdrawn)
  if (head)
    return { id: head.id, language: head.language, slug: head.slug }
  throw heads[0] ? await withdrawal(context, heads[0]) : notFound('No public article has this slug.')
}

/** What has a slug, or once had it, in the order of the languages in which it may be meant. */
async function headsWith({ database }: ApiContext, slug: string, language: string): Promise<DocumentHead[]> {
  const heads: DocumentHead[] = []
  for (const each of new Set([language, ...siteLanguages])) {
    const head = await findBySlug(database, 'article', each, slug) ?? await findByOldSlug(database, 'article', each, slug)
    if (head)
      heads.push(head)
  }
  return heads
}
