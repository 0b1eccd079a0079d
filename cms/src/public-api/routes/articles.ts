import type { ArticleListQuery, ArticleSort } from '@klartext/contract'
import type { ListOrder } from '../read/listings'
import type { ApiContext, Resource } from '../resource'
import { articleListQuerySchema } from '@klartext/contract'
import { resourceUrl } from '../addresses'
import { listRepresentation } from '../list-representation'
import { parseQuery } from '../query'
import { findIdBySlug } from '../read/documents'
import { listKey } from '../read/list-key'

const orders: Record<ArticleSort, ListOrder> = {
  '-firstPublishedAt': { column: 'first_published_at', direction: 'desc' },
  'firstPublishedAt': { column: 'first_published_at', direction: 'asc' },
  '-publicUpdatedAt': { column: 'public_updated_at', direction: 'desc' },
  'publicUpdatedAt': { column: 'public_updated_at', direction: 'asc' },
  'title': { column: 'sort_key', direction: 'asc' },
  '-title': { column: 'sort_key', direction: 'desc' },
}

/** Articles in all languages or one, by kind and by whom and what they are about. */
export const articles: Resource = {
  pattern: 'articles',
  async answer(context, request) {
    const query = parseQuery(articleListQuerySchema, request.query)
    const { kind, person, organisation, topic, language, sort, page, limit } = query
    return listRepresentation(context, {
      keys: await keysOf(context, query),
      order: orders[sort],
      page,
      limit,
      url: resourceUrl(context.cmsUrl, 'articles'),
      query: { kind, person, organisation, topic, language, sort: sort === '-firstPublishedAt' ? undefined : sort },
      cacheTags: 'list:articles',
    })
  },
}

/** The lists that the filters choose; null where a slug leads to no public document, and so to no article. */
async function keysOf({ database }: ApiContext, query: ArticleListQuery): Promise<string[] | null> {
  const language = query.language ?? null
  const kind = query.kind === undefined ? [] : [`kind=${query.kind}`]
  const named: Record<'person' | 'organisation' | 'topic', string[]> = { person: [], organisation: [], topic: [] }
  for (const type of ['person', 'organisation', 'topic'] as const) {
    const slug = query[type]
    if (slug === undefined)
      continue
    const id = await findIdBySlug(database, type, slug)
    if (id === null)
      return null
    named[type].push(`${type}=${id}`)
  }
  const about = [...named.organisation, ...named.topic]
  const ofPerson = named.person.map(person => listKey('article', language, ...kind, person))
  return about.length === 0 && ofPerson.length > 0 ? ofPerson : [listKey('article', language, ...kind, ...about), ...ofPerson]
}
