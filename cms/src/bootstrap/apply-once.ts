import type { Core } from '@strapi/strapi'
import { createHash } from 'node:crypto'

/**
 * Applies a definition when it is new or differs from the one applied last, so that what an administrator changes
 * in the admin afterwards stays until the definition itself changes.
 * @param strapi the booting application; the digest of what was applied is kept in its store
 * @param name names the definition in the store
 * @param definition all that decides the result, as plain JSON data
 * @param apply writes it; a throw leaves the definition unapplied
 */
export async function applyOnce(strapi: Core.Strapi, name: string, definition: unknown, apply: () => Promise<void>): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'klartext' })
  const key = `applied:${name}`
  const digest = createHash('sha256').update(JSON.stringify(definition)).digest('hex')
  if (await store.get({ key }) === digest)
    return
  await apply()
  await store.set({ key, value: digest })
}
