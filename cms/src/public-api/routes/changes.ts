import type { LoggedChange } from '../read/changes'
import type { Resource } from '../resource'
import { changeQuerySchema } from '@klartext/contract'
import { languageQuery, plurals, resourceUrl, withQuery } from '../addresses'
import { jsonRepresentation } from '../json-representation'
import { parseQuery } from '../query'
import { readChanges } from '../read/changes'

/** What became public, changed or went away, oldest first; a reader asks on from where it stopped. */
export const changes: Resource = {
  pattern: 'changes',
  async answer(context, request) {
    const { after, limit } = parseQuery(changeQuerySchema, request.query)
    const found = await readChanges(context.database, after, limit + 1)
    const items = found.slice(0, limit)
    const last = items.at(-1)?.seq ?? after
    const at = (cursor: number): string => withQuery(resourceUrl(context.cmsUrl, 'changes'), { after: cursor, limit })
    return jsonRepresentation({
      items: items.map(item => ({ ...item, links: { self: addressOf(context.cmsUrl, item) } })),
      after: last,
      limit,
      more: found.length > limit,
      links: { self: at(after), next: at(last) },
    }, { cacheTags: 'changes', links: { next: at(last) } })
  },
}

/** Where the changed document is, or was. */
function addressOf(cmsUrl: string, { type, slug, language }: LoggedChange): string | null {
  if (slug === null || type === 'topic')
    return type === 'topic' ? resourceUrl(cmsUrl, plurals.topic) : null
  const url = type === 'comment' ? resourceUrl(cmsUrl, 'articles', slug, 'comments') : resourceUrl(cmsUrl, plurals[type], slug)
  return withQuery(url, languageQuery(language ?? 'sv'))
}
