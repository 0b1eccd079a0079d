import type { Core } from '@strapi/strapi'

const config: Core.Config.Api = {
  rest: { defaultLimit: 25, maxLimit: 100, withCount: true, strictParams: true },
  // without strictRelations Strapi does not enforce a required media or relation, even when publishing
  documents: { strictParams: true, strictRelations: true },
}

export default config
