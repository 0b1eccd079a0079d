import type { Strapi } from '../../publication/subjects'
import * as v from 'valibot'

const userSchema = v.array(v.object({ id: v.union([v.number(), v.string()]), firstname: v.nullish(v.string(), ''), lastname: v.nullish(v.string(), '') }))

const others: Readonly<Record<string, string>> = { sender: 'Avsändaren', reader: 'En läsare', system: 'Klartext' }

/**
 * Who stands behind what the ledger calls an actor, by name and never by address.
 * @param strapi the running CMS
 * @param actors such as `admin:3`, `sender`, `system`
 * @returns the name of each
 */
export async function namesOf(strapi: Strapi, actors: readonly (string | null)[]): Promise<(actor: string) => string> {
  const ids = [...new Set(actors.flatMap(actor => actor?.startsWith('admin:') ? [actor.slice('admin:'.length)] : []))]
  const users = ids.length === 0 ? [] : v.parse(userSchema, await strapi.db.query('admin::user').findMany({ where: { id: { $in: ids } }, select: ['id', 'firstname', 'lastname'] }))
  const names = new Map(users.map(user => [`admin:${user.id}`, `${user.firstname} ${user.lastname}`.trim()]))
  return actor => names.get(actor) || others[actor] || (actor.startsWith('admin:') ? 'Någon i redaktionen' : 'Klartext')
}
