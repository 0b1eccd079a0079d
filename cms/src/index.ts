import type { Core } from '@strapi/strapi'
import { ensureFirstAdministrator } from './bootstrap/first-administrator'
import { guardRelations } from './bootstrap/guard-relations'
import { ensureLanguages } from './bootstrap/languages'
import { lockDown } from './bootstrap/lock-down'
import { ensureMediaSettings } from './bootstrap/media-settings'
import { sendNoMail } from './bootstrap/no-mail'
import { registerPermissionActions } from './bootstrap/permission-actions'
import { ensureRoles } from './bootstrap/roles/ensure-roles'
import { ensurePublicationTables } from './publication/tables'
import { readSettings } from './settings'
import { acceptCleanImages } from './uploads/accept-clean-images'

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    await registerPermissionActions(strapi)
    guardRelations(strapi)
    acceptCleanImages(strapi)
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensurePublicationTables(strapi.db.connection)
    await ensureLanguages(strapi)
    await lockDown(strapi)
    await ensureFirstAdministrator(strapi, readSettings().firstAdmin)
    await ensureRoles(strapi)
    await ensureMediaSettings(strapi)
    sendNoMail(strapi)
  },
}
