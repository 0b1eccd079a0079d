import type { DocumentQuery, ListQuery, Person, PersonPage } from '@klartext/contract'
import type { Asking } from '../query.js'
import type { RequestOptions, Transport } from '../transport.js'
import { personPageSchema, personSchema } from '@klartext/contract'
import { toPathSegment } from '../path.js'
import { inLanguage } from '../query.js'

export interface People {
  /** `GET /people`: a page of people, their texts in `language` where those are translated. */
  list: (query?: Asking<ListQuery>, options?: RequestOptions) => Promise<PersonPage>
  /** `GET /people/{slug}`: one person. */
  bySlug: (slug: string, query?: Asking<DocumentQuery>, options?: RequestOptions) => Promise<Person>
}

export function createPeople({ get, language }: Transport): People {
  return {
    list: async (query = {}, options) => get('/people', personPageSchema, inLanguage(query, language), options),
    bySlug: async (slug, query = {}, options) => get(`/people/${toPathSegment(slug)}`, personSchema, inLanguage(query, language), options),
  }
}
