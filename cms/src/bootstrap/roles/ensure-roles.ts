import type { Core } from '@strapi/strapi'
import type { Grant, RoleDefinition } from './grant'
import { applyOnce } from '../apply-once'
import { languages } from '../languages'
import { author } from './author'
import { editor } from './editor'
import { moderator } from './moderator'

/** Every role made in code; Strapi's own author and editor are taken over, so that no English twin is left. */
export const roles: RoleDefinition[] = [author, editor, moderator]

interface Permission {
  action: string
  subject: string | null
  properties: { fields?: string[], locales?: string[] }
  conditions: string[]
}

/** Creates the roles, and gives one its name and rights anew whenever its definition in code has changed. */
export async function ensureRoles(strapi: Core.Strapi): Promise<void> {
  await applyOnce(strapi, 'role-names', superAdmin, async () => {
    await strapi.service('admin::role').update({ code: superAdmin.code }, { name: superAdmin.name, description: superAdmin.description })
  })
  for (const role of roles) {
    const permissions = role.grants.map(grant => toPermission(strapi, grant))
    await applyOnce(strapi, `role:${role.code}`, { name: role.name, description: role.description, permissions }, () => writeRole(strapi, role, permissions))
  }
}

const superAdmin = {
  code: 'strapi-super-admin',
  name: 'Administratör',
  description: 'Kommer åt allt: innehåll, konton och inställningar.',
}

async function writeRole(strapi: Core.Strapi, role: RoleDefinition, permissions: Permission[]): Promise<void> {
  const service = strapi.service('admin::role')
  const { code, name, description } = role
  const known: { id: number } | null = await service.findOne({ code })
  const { id }: { id: number } = known
    ? await service.update({ id: known.id }, { name, description })
    : await service.create({ code, name, description })
  await service.assignPermissions(id, permissions)
}

function toPermission(strapi: Core.Strapi, { action, subject, fields, ownOnly }: Grant): Permission {
  const conditions = ownOnly ? ['admin::is-creator'] : []
  const contentType = subject ? strapi.contentTypes[subject] : undefined
  if (!contentType)
    return { action, subject: subject ?? null, properties: {}, conditions }
  const isLocalised = strapi.plugin('i18n').service('content-types').isLocalizedContentType(contentType)
  const hasFields = ['create', 'read', 'update'].some(verb => action.endsWith(`.${verb}`))
  const allFields: string[] = strapi.service('admin::content-type').getNestedFields(contentType, { components: strapi.components })
  return {
    action,
    subject: subject ?? null,
    properties: {
      ...(hasFields && { fields: fields ?? allFields }),
      // a localised type without languages cannot be published at all
      ...(isLocalised && { locales: languages.map(({ code }) => code) }),
    },
    conditions,
  }
}
