import { maxDepth } from '@klartext/contract'
import { withQuery } from './addresses'

export interface Paging {
  page: number
  limit: number
  total: number
}

/**
 * The addresses of this page and its neighbours; a page beyond the depth limit is not offered.
 * @param url the list's address without a query
 * @param query the filters that were asked for
 * @param paging where this page stands
 */
export function pageLinks(url: string, query: Record<string, string | undefined>, paging: Paging): { self: string, next: string | null, previous: string | null } {
  const { page, limit, total } = paging
  const at = (wanted: number): string => withQuery(url, { ...query, page: wanted, limit })
  const lastPage = Math.min(Math.ceil(total / limit), Math.floor(maxDepth / limit))
  return {
    self: at(page),
    next: page < lastPage ? at(page + 1) : null,
    previous: page > 1 && lastPage >= 1 ? at(Math.min(page - 1, lastPage)) : null,
  }
}

/** A page's JSON, put together from items that are JSON already. */
export function pageBody(items: readonly Buffer[], rest: Record<string, unknown>): Buffer {
  const parts: Buffer[] = [Buffer.from('{"items":[')]
  items.forEach((item, index) => parts.push(...(index === 0 ? [item] : [comma, item])))
  parts.push(Buffer.from(`],${JSON.stringify(rest).slice(1)}`))
  return Buffer.concat(parts)
}

const comma = Buffer.from(',')
