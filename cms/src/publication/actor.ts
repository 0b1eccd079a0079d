import type { Strapi } from './subjects'
import * as v from 'valibot'

const id = v.union([v.number(), v.string()])

const stateSchema = v.object({
  user: v.nullish(v.object({ id })),
  auth: v.nullish(v.object({
    strategy: v.nullish(v.object({ name: v.string() })),
    credentials: v.nullish(v.object({ id: v.nullish(id) })),
  })),
})

/**
 * Who the running request acts for, as the log keeps it: `admin:<id>` for somebody in the admin, `token:<id>` for an API token,
 * `user:<id>` for an account of the public site, `system` for everything that no request asked for (an import, a scheduled task).
 */
export function currentActor(strapi: Strapi): string {
  const parsed = v.safeParse(stateSchema, strapi.requestContext.get()?.state)
  if (!parsed.success)
    return 'system'
  const { user, auth } = parsed.output
  const strategy = auth?.strategy?.name
  if (strategy === 'content-api-token' && auth?.credentials?.id != null)
    return `token:${auth.credentials.id}`
  if (!user)
    return 'system'
  return strategy === 'users-permissions' ? `user:${user.id}` : `admin:${user.id}`
}
