import type { Core } from '@strapi/strapi'

/** May an administrator withdraw an article with a public notice? */
export const withdrawAction = 'api::klartext.withdraw'

/** May an administrator decide on readers' comments and answer them? */
export const moderateAction = 'api::klartext.moderate'

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
    {
      section: 'settings',
      category: 'Klartext',
      uid: 'klartext.moderate',
      displayName: 'Moderera kommentarer och svara på frågor',
    },
  ])
  // the super administrator is given every action at each start; the shop of plugins is on another host and no part of Klartext
  strapi.service('admin::role').hooks.willResetSuperAdminPermissions.register((permissions: { action: string }[]) => permissions.filter(({ action }) => action !== 'admin::marketplace.read'))
}
