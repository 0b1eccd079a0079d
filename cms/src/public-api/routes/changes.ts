import type { Resource } from '../resource'
import { changeQuerySchema, changeStreamQuerySchema } from '@klartext/contract'
import { parsePlace } from '../../changes/cursor'
import { resourceUrl, withQuery } from '../addresses'
import { jsonRepresentation } from '../json-representation'
import { presentChange } from '../present-change'
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
      items: items.map(item => presentChange(context.cmsUrl, item)),
      after: last,
      limit,
      more: found.length > limit,
      links: { self: at(after), next: at(last) },
    }, { cacheTags: 'changes', varies: 'Accept', links: { next: at(last) } })
  },
  async stream({ changes }, { query, headers, client }) {
    const { after } = parseQuery(changeStreamQuerySchema, query)
    // a browser's EventSource comes back with the id of the last event, and the query that it began with
    const asked = headers['last-event-id'] || after
    return changes.open(client, typeof asked === 'string' ? parsePlace(asked) : null)
  },
}
