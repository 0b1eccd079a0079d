import type { ApiInfo } from '@klartext/contract'
import type { Resource } from '../resource'
import { emptyQuerySchema } from '@klartext/contract'
import { jsonRepresentation } from '../json-representation'
import { parseQuery } from '../query'

/** What the API is, as the national REST API profile words it. */
export const apiInfo: Resource = {
  pattern: 'api-info',
  async answer({ siteUrl }, { query }) {
    parseQuery(emptyQuerySchema, query)
    const info: ApiInfo = {
      apiName: 'Klartext',
      apiVersion: '1.0.0',
      apiStatus: 'active',
      apiReleased: '2026-11-30',
      apiDocumentation: `${siteUrl}/api`,
    }
    return jsonRepresentation(info, { cacheTags: 'api-info' })
  },
}
