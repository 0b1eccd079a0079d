import type { Core } from '@strapi/strapi'
import { ensurePublicationTables } from './publication/tables'

export default {
  register(_app: { strapi: Core.Strapi }) {},
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensurePublicationTables(strapi.db.connection)
  },
}
