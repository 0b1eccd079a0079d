import type { FreshCms } from '../../harness/fresh-cms'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, signIn } from '../../harness/admin-session'
import { bootCms } from '../../harness/boot'
import { freshCms } from '../../harness/fresh-cms'

let cms: FreshCms
beforeAll(async () => {
  cms = await freshCms()
})
afterAll(async () => cms?.dispose())

describe('the first start', () => {
  it('makes Swedish the default language and English the second, named in Swedish', async () => {
    const locales = await cms.run('sql', { sql: 'select code, name from i18n_locale order by code' })
    expect(locales).toEqual([{ code: 'en', name: 'Engelska' }, { code: 'sv', name: 'Svenska' }])
    const administrator = await signIn(cms)
    const answer = await administrator.request('GET', '/i18n/locales')
    expect(answer.body).toMatchObject([{ code: 'sv', isDefault: true }, { code: 'en', isDefault: false }])
  })

  it('makes one administrator, who meets the admin in Swedish', async () => {
    const administrator = await signIn(cms)
    const me = await administrator.request('GET', '/admin/users/me')
    expect(read(me.body, 'data')).toMatchObject({ email: 'admin@klartext.example', preferedLanguage: 'sv', roles: [{ code: 'strapi-super-admin', name: 'Administratör' }] })
    expect(await cms.run('sql', { sql: 'select email from admin_users' })).toHaveLength(1)
  })

  it('lets nobody else register as administrator', async () => {
    const answer = await fetch(`${cms.url}/admin/register-admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'inkräktare@exempel.example', firstname: 'In', password: 'Provkorning-2026' }),
    })
    expect(answer.status).toBe(400)
  })

  it('tells in Swedish that a login is wrong', async () => {
    const answer = await fetch(`${cms.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'admin@klartext.example', password: 'Fel-losenord-1' }),
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { message: 'Fel e-postadress eller lösenord.' } })
  })

  it('ends with one sentence when ADMIN_PASSWORD breaks the rule', async () => {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'klartext-weak-'))
    const booting = bootCms({ dataDir, environment: { ADMIN_PASSWORD: 'svagt' } })
    await expect(booting).rejects.toThrow('ADMIN_PASSWORD cannot be used: it needs at least 8 characters, a capital letter, a digit.')
    await rm(dataDir, { recursive: true, force: true })
  })
})
