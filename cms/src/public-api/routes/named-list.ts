import type { DocumentType } from '../read/documents'
import type { Resource } from '../resource'
import { listQuerySchema } from '@klartext/contract'
import { languageQuery, plurals, resourceUrl } from '../addresses'
import { listRepresentation } from '../list-representation'
import { parseQuery } from '../query'
import { listKey } from '../read/list-key'

/** People, organisations or topics by name, as a Swedish register has them. */
const namedList = (type: Exclude<DocumentType, 'article'>): Resource => ({
  pattern: plurals[type],
  async answer(context, request) {
    const { language, page, limit } = parseQuery(listQuerySchema, request.query)
    return listRepresentation(context, {
      keys: [listKey(type, language)],
      order: { column: 'sort_key', direction: 'asc' },
      page,
      limit,
      url: resourceUrl(context.cmsUrl, plurals[type]),
      query: languageQuery(language),
      cacheTags: `list:${plurals[type]}`,
    })
  },
})

export const people = namedList('person')
export const organisations = namedList('organisation')
export const topics = namedList('topic')
