import type { Core } from '@strapi/strapi'

/** May an administrator withdraw an article with a public notice? */
export const withdrawAction = 'api::klartext.withdraw'

/**
 * Makes Klartext's own actions known to the admin's roles. It must run in `register()`: at bootstrap the admin
 * deletes every permission whose action it does not know, and roles would lose them at each start.
 */
export async function registerPermissionActions(strapi: Core.Strapi): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany([
    {
      // without a plugin name the admin calls it `api::klartext.withdraw`
      section: 'settings',
      category: 'Klartext',
      uid: 'klartext.withdraw',
      displayName: 'Dra tillbaka artiklar',
    },
  ])
}
