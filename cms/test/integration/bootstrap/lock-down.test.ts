import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { list, read, signIn } from '../../harness/admin-session'
import { freshCms } from '../../harness/fresh-cms'

let cms: FreshCms
let administrator: AdminSession
beforeAll(async () => {
  cms = await freshCms()
  administrator = await signIn(cms)
})
afterAll(async () => cms?.dispose())

const grantedPermissions = () => cms.run('sql', { sql: 'select action from up_permissions' })

it('leaves visitors and accounts no permission at all', async () => {
  expect(await grantedPermissions()).toEqual([])
})

it.each([
  ['GET', '/api/articles'],
  ['GET', '/api/articles?status=draft'],
  ['POST', '/api/articles'],
  ['GET', '/api/people'],
  ['GET', '/api/organisations'],
  ['GET', '/api/topics'],
  ['GET', '/api/comments'],
  ['GET', '/api/users'],
  ['GET', '/api/users/me'],
  ['GET', '/api/upload/files'],
  ['POST', '/api/upload'],
  ['GET', '/api/i18n/locales'],
  ['POST', '/api/auth/local'],
  ['POST', '/api/auth/local/register'],
  ['POST', '/api/auth/forgot-password'],
  ['POST', '/api/auth/reset-password'],
  ['POST', '/api/auth/send-email-confirmation'],
  ['POST', '/api/auth/refresh'],
])('refuses a visitor %s %s', async (method, path) => {
  const answer = await fetch(`${cms.url}${path}`, {
    method,
    ...(method === 'POST' && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data: {}, username: 'ny', email: 'ny@exempel.example', password: 'Provkorning-2026', identifier: 'ny' }),
    }),
  })
  expect([401, 403, 405]).toContain(answer.status)
})

it('answers an invitation that is accepted with nothing as a mistake of the one who asks', async () => {
  expect((await fetch(`${cms.url}/admin/register`, { method: 'POST' })).status).toBe(400)
})

it('keeps registration closed in the settings too', async () => {
  const settings = await administrator.request('GET', '/users-permissions/advanced')
  expect(read(settings.body, 'settings', 'allow_register')).toBe(false)
})

describe('an administrator', () => {
  it('cannot give visitors a permission', async () => {
    const roles = await administrator.request('GET', '/users-permissions/roles')
    const publicRole = list(read(roles.body, 'roles')).find(role => read(role, 'type') === 'public')
    const answer = await administrator.request('PUT', `/users-permissions/roles/${String(read(publicRole, 'id'))}`, {
      name: 'Public',
      description: 'x',
      permissions: { 'api::article': { controllers: { article: { find: { enabled: true, policy: '' } } } } },
    })
    expect(answer.status).toBe(400)
    expect(read(answer.body, 'error', 'message')).toMatch(/^Besökare och konton får inga rättigheter/)
    expect(await grantedPermissions()).toEqual([])
    expect((await fetch(`${cms.url}/api/articles`)).status).toBe(401)
  })

  it('can still make a role for accounts of other systems', async () => {
    const answer = await administrator.request('POST', '/users-permissions/roles', {
      name: 'Intranät',
      description: 'Läser artiklar',
      permissions: { 'api::article': { controllers: { article: { find: { enabled: true, policy: '' } } } } },
      users: [],
    })
    expect(answer.status).toBe(200)
    expect(await grantedPermissions()).toEqual([{ action: 'api::article.article.find' }])
  })
})

it('has no API token until somebody makes one', async () => {
  const tokens = await administrator.request('GET', '/admin/api-tokens')
  expect(read(tokens.body, 'data')).toEqual([])
})

it('sends no letter when somebody has forgotten a password', async () => {
  const answer = await fetch(`${cms.url}/admin/forgot-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@klartext.example' }),
  })
  expect(answer.status).toBe(204)
  await expect.poll(() => cms.output()).toContain('No mail server is set')
})
