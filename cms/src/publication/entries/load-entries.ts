import type { DocumentType, Strapi } from '../subjects'
import type { Entry } from './entry-schemas'
import * as v from 'valibot'
import { uids } from '../subjects'
import { articleEntrySchema, organisationEntrySchema, personEntrySchema, topicEntrySchema } from './entry-schemas'

export type Status = 'draft' | 'published'

const identity = { select: ['documentId'] }
const figure = { populate: { image: true } }

const populates = {
  article: {
    cover: figure,
    body: {
      on: {
        'body.text': { populate: { speaker: identity } },
        'body.quote': true,
        'body.figure': figure,
        'body.infographic': figure,
        'body.fact-box': true,
      },
    },
    authors: identity,
    subjects: identity,
    organisations: identity,
    publisher: identity,
    topics: identity,
  },
  person: { organisation: identity, portrait: figure, links: true, translations: true },
  organisation: { parent: identity, logo: figure, translations: true },
  topic: { translations: true },
}

const schemas = {
  article: v.array(articleEntrySchema),
  person: v.array(personEntrySchema),
  organisation: v.array(organisationEntrySchema),
  topic: v.array(topicEntrySchema),
}

/**
 * Loads the rows of one document from Strapi's tables inside the running transaction: one for each language of an article, one for
 * anything else, with just what a snapshot is made of.
 * @returns an empty list when the document has no row with this status
 * @throws ValiError that names the member when a row does not hold what the content type says
 */
export async function loadEntries(strapi: Strapi, type: DocumentType, documentId: string, status: Status): Promise<Entry[]> {
  const rows: unknown = await strapi.db.query(uids[type]).findMany({
    where: { documentId, publishedAt: { $notNull: status === 'published' } },
    populate: populates[type],
    // Swedish before English, whatever order the rows came in
    orderBy: [{ locale: 'desc' }, { id: 'asc' }],
  })
  return v.parse(schemas[type], rows)
}
