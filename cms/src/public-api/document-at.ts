import type { DocumentHead, DocumentType } from './read/documents'
import type { ApiContext, Moved, ResourceRequest } from './resource'
import { instantSchema, slugSchema } from '@klartext/contract'
import * as v from 'valibot'
import { plurals, resourceUrl } from './addresses'
import { notFound, PublicProblem } from './problem'
import { findByOldSlug, findBySlug, findLanguagesOf, readDocument } from './read/documents'

/** What the read model keeps of a withdrawn article. */
const withdrawalSchema = v.object({ notice: v.string(), withdrawnAt: instantSchema })

interface Place {
  type: DocumentType
  slug: string
  language: string
  request: ResourceRequest
  /** Path segments after the slug. */
  below?: string[]
  /** The document itself is asked for, so that one read finds it and brings its bytes. */
  isWhole?: boolean
}

/**
 * The public document that a slug leads to, or its new address where the slug is an old one.
 * @throws PublicProblem 404 where there is none, 410 with the notice where it was withdrawn
 */
export async function documentAt(context: ApiContext, { type, slug, language, request, below = [], isWhole = false }: Place): Promise<DocumentHead | Moved> {
  const isSlug = v.is(slugSchema, slug)
  const head = isSlug ? await findBySlug(context.database, type, language, slug, isWhole && !request.isConditional) : null
  if (head?.isWithdrawn)
    throw await withdrawal(context, head)
  if (head)
    return head
  const moved = isSlug ? await findByOldSlug(context.database, type, language, slug) : null
  if (!moved)
    throw await unknown(context, type, language, slug)
  const url = resourceUrl(context.cmsUrl, plurals[type], moved.slug, ...below)
  return { kind: 'moved', location: request.query === '' ? url : `${url}?${request.query}`, cacheTags: tagsOfMoved(type, moved.tags) }
}

/** Another document may take the slug, which is then no old one any more; what has a list of names carries its tag already. */
const tagsOfMoved = (type: DocumentType, tags: string): string => type === 'article' ? `${tags},list:articles` : tags

/** Nothing has the slug; a document that gets it later changes the list, so a cache of this answer hears of it. */
async function unknown({ database }: ApiContext, type: DocumentType, language: string, slug: string): Promise<PublicProblem> {
  const others = v.is(slugSchema, slug) ? await findLanguagesOf(database, type, slug) : []
  const hint = others.map(other => ` There is one in "${other}"; ask with language=${other}.`).join('')
  return notFound(`No public ${type} has this slug in the language "${language}".${hint}`, { 'Cache-Tag': `list:${plurals[type]}` })
}

/** The refusal of a withdrawn article, with its notice. */
export async function withdrawal(context: ApiContext, head: DocumentHead): Promise<PublicProblem> {
  const stored = await readDocument(context.database, head)
  if (!stored)
    return notFound('No public article has this slug.')
  const { notice, withdrawnAt } = v.parse(withdrawalSchema, JSON.parse(stored.json.toString()))
  return new PublicProblem(410, 'withdrawn', 'The article has been withdrawn.', { notice, withdrawnAt, headers: { 'Cache-Tag': head.tags } })
}
