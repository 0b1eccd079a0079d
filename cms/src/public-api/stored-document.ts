import type { DocumentHead } from './read/documents'
import type { ApiContext, Representation } from './resource'
import { notFound } from './problem'
import { readDocument } from './read/documents'

/** A document whose bytes are kept as they are answered. */
export const storedDocument = (context: ApiContext, head: DocumentHead): Representation => ({
  kind: 'representation',
  readEtag: async () => head.etag,
  cacheTags: head.tags,
  language: head.language,
  async load() {
    if (head.json)
      return { body: head.json, etag: head.etag }
    const stored = await readDocument(context.database, head)
    if (!stored)
      throw notFound(`The ${head.type} is no longer public.`)
    return { body: stored.json, etag: stored.etag }
  },
})
