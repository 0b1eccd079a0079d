import type { DocumentHead } from '../read/documents'
import type { ApiContext, Representation, Resource } from '../resource'
import { articleQuerySchema } from '@klartext/contract'
import { articleAsItStood } from '../article-as-it-stood'
import { lastInstantOf } from '../as-of'
import { documentAt } from '../document-at'
import { jsonRepresentation } from '../json-representation'
import { notFound, PublicProblem } from '../problem'
import { parseQuery } from '../query'
import { readVersionAt } from '../read/log'
import { storedDocument } from '../stored-document'

/** One public article, whole: as it stands, or as it stood at the end of a day or at an instant. */
export const article: Resource = {
  pattern: 'articles/:slug',
  async answer(context, request) {
    const [slug = ''] = request.params
    const { language, asOf } = parseQuery(articleQuerySchema, request.query)
    const found = await documentAt(context, { type: 'article', slug, language, request, isWhole: asOf === undefined })
    if (found.kind === 'moved')
      return found
    return asOf === undefined ? storedDocument(context, found) : articleAt(context, found, asOf)
  },
}

async function articleAt(context: ApiContext, head: DocumentHead, asOf: string): Promise<Representation> {
  const cacheTags = `article:${head.id}`
  const version = await readVersionAt(context.database, head.id, head.language, lastInstantOf(asOf))
  if (!version)
    throw notFound(`The article was not public at ${asOf}.`, { 'Cache-Tag': cacheTags })
  const shown = await articleAsItStood(context, head, version)
  if (!shown)
    throw new PublicProblem(410, 'redacted', `The text of version ${version.version} has been removed because the law demanded it.`, { headers: { 'Cache-Tag': cacheTags } })
  return jsonRepresentation(shown, { cacheTags, language: head.language })
}
