import type { Paging } from './paging'
import type { Listed, ListOrder, ListPage } from './read/listings'
import type { ApiContext, Representation } from './resource'
import { strongEtag } from './etag'
import { pageBody, pageLinks } from './paging'
import { countListed, readListEtags, readListItems } from './read/listings'

interface ListRequest {
  /** The lists whose common documents are asked for; null when one of them cannot exist. */
  keys: readonly string[] | null
  order: ListOrder
  page: number
  limit: number
  /** The list's address without a query. */
  url: string
  /** The filters that were asked for, as they stand in the addresses of its pages. */
  query: Record<string, string | undefined>
  cacheTags: string
}

/** One page of a list; its entity tag is made of those of its items, so an unchanged page is known without reading them. */
export async function listRepresentation(context: ApiContext, list: ListRequest): Promise<Representation> {
  const listed: Listed = list.keys ? await countListed(context.database, list.keys) : { total: 0, keys: [], logSeq: 0 }
  const { total } = listed
  const paging: Paging = { page: list.page, limit: list.limit, total }
  const links = pageLinks(list.url, list.query, paging)
  const rest = { ...paging, links }
  const stretch: ListPage = { order: list.order, offset: (list.page - 1) * list.limit, limit: list.limit }
  const isEmpty = stretch.offset >= total
  const etagOver = (etags: readonly string[]): string => strongEtag(JSON.stringify(rest), ...etags)
  return {
    kind: 'representation',
    readEtag: async () => etagOver(isEmpty ? [] : await readListEtags(context, listed, stretch)),
    cacheTags: list.cacheTags,
    links: { next: links.next, prev: links.previous },
    async load() {
      const items = isEmpty ? [] : await readListItems(context, listed, stretch)
      return { body: pageBody(items.map(({ item }) => item), rest), etag: etagOver(items.map(({ etag }) => etag)) }
    },
  }
}
