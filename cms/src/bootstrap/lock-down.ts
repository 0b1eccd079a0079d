import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'

const roleUid = 'plugin::users-permissions.role'
const permissionUid = 'plugin::users-permissions.permission'
/** The roles of a visitor and of an account; everything public goes through `/api/v1`, which asks for no role. */
const lockedRoles = ['public', 'authenticated']

/** The two tokens that Strapi makes on its first start, one of them with every right. */
const defaultTokens = [
  { name: 'Read Only', description: 'A default API token with read-only permissions, only used for accessing resources' },
  { name: 'Full Access', description: 'A default API token with full access permissions, used for accessing or modifying resources' },
]

/**
 * Takes every permission from visitors and accounts, closes registration, and removes Strapi's two default tokens.
 * Runs at every start: users-permissions makes its 13 default permissions anew whenever its table is empty.
 */
export async function lockDown(strapi: Core.Strapi): Promise<void> {
  await revokePermissions(strapi)
  refuseNewPermissions(strapi)
  await closeRegistration(strapi)
  await removeDefaultTokens(strapi)
}

async function revokePermissions(strapi: Core.Strapi): Promise<void> {
  const permissions: { id: number }[] = await strapi.db.query(permissionUid).findMany({
    where: { role: { type: { $in: lockedRoles } } },
    select: ['id'],
  })
  await strapi.db.query(permissionUid).deleteMany({ where: { id: { $in: permissions.map(({ id }) => id) } } })
}

function refuseNewPermissions(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: [permissionUid],
    async beforeCreate({ params }) {
      const role: { type: string } | null = await strapi.db.query(roleUid).findOne({ where: { id: params.data?.role } })
      if (role && lockedRoles.includes(role.type)) {
        throw new errors.ValidationError(
          'Besökare och konton får inga rättigheter i Klartext. Det publika innehållet hämtas från /api/v1.',
        )
      }
    },
  })
}

async function closeRegistration(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'users-permissions' })
  const advanced = await store.get({ key: 'advanced' })
  const known = typeof advanced === 'object' && advanced !== null ? advanced : {}
  await store.set({ key: 'advanced', value: { ...known, allow_register: false, email_confirmation: false, email_reset_password: null } })
}

async function removeDefaultTokens(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query('admin::api-token').deleteMany({ where: { $or: defaultTokens } })
}
