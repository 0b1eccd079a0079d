import type { Resource } from '../resource'
import { articleQuerySchema } from '@klartext/contract'
import { documentAt } from '../document-at'
import { parseQuery } from '../query'
import { storedDocument } from '../stored-document'

/** One public article, whole: as it stands, or as it stood on a day. */
export const article: Resource = {
  pattern: 'articles/:slug',
  async answer(context, request) {
    const [slug = ''] = request.params
    const { language } = parseQuery(articleQuerySchema, request.query)
    const found = await documentAt(context, { type: 'article', slug, language, request })
    return found.kind === 'moved' ? found : storedDocument(context, found)
  },
}
