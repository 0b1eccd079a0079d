import type { DocumentType } from '../read/documents'
import type { Resource } from '../resource'
import { documentQuerySchema } from '@klartext/contract'
import { plurals } from '../addresses'
import { documentAt } from '../document-at'
import { parseQuery } from '../query'
import { storedDocument } from '../stored-document'

/** One public person or organisation; its texts are in the language asked for where they are translated. */
const singleDocument = (type: Exclude<DocumentType, 'article'>): Resource => ({
  pattern: `${plurals[type]}/:slug`,
  async answer(context, request) {
    const [slug = ''] = request.params
    const { language } = parseQuery(documentQuerySchema, request.query)
    const found = await documentAt(context, { type, slug, language, request, isWhole: true })
    return found.kind === 'moved' ? found : storedDocument(context, found)
  },
})

export const person = singleDocument('person')
export const organisation = singleDocument('organisation')
