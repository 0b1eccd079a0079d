import type { ArticleListQuery, ArticleSort } from '@klartext/contract'
import type { ListOrder } from '../read/listings'
import type { ApiContext, Resource } from '../resource'
import { articleListQuerySchema } from '@klartext/contract'
import { plurals, resourceUrl } from '../addresses'
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
    const named = await namedIn(context, query)
    return listRepresentation(context, {
      keys: named && keysOf(query, named),
      order: orders[sort],
      page,
      limit,
      url: resourceUrl(context.cmsUrl, 'articles'),
      query: { kind, person, organisation, topic, language, sort: sort === '-firstPublishedAt' ? undefined : sort },
      cacheTags: tagsOf(named),
    })
  },
}

/** In the order of how few articles name one of them. */
const namable = ['person', 'topic', 'organisation'] as const

type Named = Partial<Record<typeof namable[number], { id: string, isOldSlug: boolean }>>

/** Whom and what the filters name; null where a slug leads to no public document, and so to no article. */
async function namedIn({ database }: ApiContext, query: ArticleListQuery): Promise<Named | null> {
  const named: Named = {}
  for (const type of namable) {
    const slug = query[type]
    if (slug === undefined)
      continue
    const found = await findIdBySlug(database, type, slug)
    if (found === null)
      return null
    named[type] = found
  }
  return named
}

/** The lists that the filters choose. */
function keysOf({ kind: asked, ...query }: ArticleListQuery, named: Named): string[] {
  const language = query.language ?? null
  const kind = asked === undefined ? [] : [`kind=${asked}`]
  const filter = (type: keyof Named) => named[type] === undefined ? [] : [`${type}=${named[type].id}`]
  const about = [...filter('organisation'), ...filter('topic')]
  const ofPerson = filter('person').map(person => listKey('article', language, ...kind, person))
  return about.length === 0 && ofPerson.length > 0 ? ofPerson : [listKey('article', language, ...kind, ...about), ...ofPerson]
}

/**
 * What makes a list old. One that is narrowed is so by each change of an article that names the one with the fewest articles: an article
 * in it names all of them. Then by what makes the slugs lead elsewhere: a change of the named, and somebody who takes an old slug.
 */
function tagsOf(named: Named | null): string {
  const targets = namable.flatMap(type => named?.[type] === undefined ? [] : [{ type, ...named[type] }])
  const [fewest] = targets
  if (!fewest)
    return 'list:articles'
  const ofSlugs = targets.flatMap(({ type, id, isOldSlug }) => [`${type}:${id}`, ...isOldSlug ? [`list:${plurals[type]}`] : []])
  return [`list:articles:${fewest.type}:${fewest.id}`, 'list:articles:narrowed', ...ofSlugs].join(',')
}
