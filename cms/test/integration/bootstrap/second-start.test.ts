import type { BootedCms } from '../../harness/boot'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { list, read, signIn } from '../../harness/admin-session'
import { bootCms } from '../../harness/boot'
import { freshData } from '../../harness/fresh-cms'

// one data folder, started again and again
let data: Awaited<ReturnType<typeof freshData>>
let cms: BootedCms
const start = async () => {
  cms = await bootCms({ dataDir: data.folder, databaseUrl: data.databaseUrl ?? undefined })
}

beforeAll(async () => {
  data = await freshData()
  await start()
})
afterAll(async () => {
  await cms?.stop()
  await rm(data.folder, { recursive: true, force: true })
})

const table = (sql: string) => cms.run('sql', { sql })
const everything = async () => ({
  roles: await table('select code, name, description from admin_roles order by code'),
  permissions: await table('select id, action, subject, conditions, properties from admin_permissions order by id'),
  locales: await table('select code, name from i18n_locale order by code'),
  administrators: await table('select email, prefered_language from admin_users'),
  visitors: await table('select * from up_permissions'),
  tokens: await table('select * from strapi_api_tokens'),
  views: await table('select key, value from strapi_core_store_settings where key like \'plugin_content_manager_configuration%\' order by key'),
})

describe('a second start', () => {
  it('changes nothing of what the first one set up', async () => {
    const before = await everything()
    await cms.stop()
    await start()
    expect(await everything()).toEqual(before)
  })

  it('keeps what an administrator has changed since', async () => {
    const administrator = await signIn(cms)
    const roles = await administrator.request('GET', '/admin/roles')
    const editor = list(read(roles.body, 'data')).find(role => read(role, 'code') === 'strapi-editor')
    const path = `/admin/roles/${String(read(editor, 'id'))}`
    await administrator.request('PUT', path, { name: 'Webbredaktör', description: 'Vår egen beskrivning' })
    await administrator.request('PUT', `${path}/permissions`, { permissions: [{ action: 'plugin::upload.read' }] })
    const before = await everything()
    await cms.stop()
    await start()
    expect(await everything()).toEqual(before)
    expect(before.roles).toContainEqual({ code: 'strapi-editor', name: 'Webbredaktör', description: 'Vår egen beskrivning' })
  })

  it('takes back what visitors were given behind its back', async () => {
    await table(`insert into up_permissions (action) values ('api::article.article.find')`)
    await table(`insert into up_permissions_role_lnk (permission_id, role_id)
      select p.id, r.id from up_permissions p, up_roles r where r.type = 'public'`)
    expect((await fetch(`${cms.url}/api/articles`)).status).toBe(200)
    await cms.stop()
    await start()
    expect(await table('select * from up_permissions')).toEqual([])
    expect((await fetch(`${cms.url}/api/articles`)).status).toBe(401)
  })
})
