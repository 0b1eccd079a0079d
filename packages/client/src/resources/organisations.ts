import type { DocumentQuery, ListQuery, Organisation, OrganisationPage } from '@klartext/contract'
import type { Asking } from '../query.js'
import type { RequestOptions, Transport } from '../transport.js'
import { organisationPageSchema, organisationSchema } from '@klartext/contract'
import { toPathSegment } from '../path.js'
import { inLanguage } from '../query.js'

export interface Organisations {
  /** `GET /organisations`: a page of organisations, their texts in `language` where those are translated. */
  list: (query?: Asking<ListQuery>, options?: RequestOptions) => Promise<OrganisationPage>
  /** `GET /organisations/{slug}`: one organisation. */
  bySlug: (slug: string, query?: Asking<DocumentQuery>, options?: RequestOptions) => Promise<Organisation>
}

export function createOrganisations({ get, language }: Transport): Organisations {
  return {
    list: async (query = {}, options) => get('/organisations', organisationPageSchema, inLanguage(query, language), options),
    bySlug: async (slug, query = {}, options) => get(`/organisations/${toPathSegment(slug)}`, organisationSchema, inLanguage(query, language), options),
  }
}
