import type { RunRequest } from '../../run/server-plans.mjs'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { SECRET_NAMES } from '../../run/secrets.mjs'
import { cmsEnv, cmsPlan, localAddress, webPlan } from '../../run/server-plans.mjs'
import { readSettings } from '../../run/settings.mjs'

const secrets = Object.fromEntries(SECRET_NAMES.map(name => [name, `kept ${name}`]))
const outside = {
  PATH: '/bin',
  SMTP_HOST: 'mail.example',
  DATABASE_URL: 'postgres://u:p@h/d',
  S3_SECRET_ACCESS_KEY: 'of the bucket',
  ADMIN_EMAIL: 'a@b.example',
  ADMIN_PASSWORD: 'Gott1ord',
  JWT_SECRET: 'from outside',
}

const request: RunRequest = {
  root: '/klartext',
  toolchain: { node: '/node24', env: outside, pnpm: async () => ({ code: 0, output: '' }) },
  settings: readSettings({ WEB_PORT: '4000', CMS_PORT: '4001' }, '/klartext'),
  secrets,
}

describe('cmsEnv', () => {
  it('holds settings, secrets and what else is in the environment', () => {
    expect(cmsEnv(request)).toEqual({
      ...secrets,
      PATH: '/bin',
      SMTP_HOST: 'mail.example',
      DATABASE_URL: 'postgres://u:p@h/d',
      S3_SECRET_ACCESS_KEY: 'of the bucket',
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      WEB_PORT: '4000',
      CMS_PORT: '4001',
      DATA_DIR: '/klartext/.data',
      SITE_URL: 'http://localhost:4000',
      CMS_URL: 'http://localhost:4001',
    })
  })

  it('holds an administrator only when one was chosen', () => {
    const env = cmsEnv(request, { email: 'x@y.example', password: 'Valt1ord', isGenerated: true })
    expect(env).toMatchObject({ ADMIN_EMAIL: 'x@y.example', ADMIN_PASSWORD: 'Valt1ord' })
  })
})

describe('the plans', () => {
  it('give the public site no secret, no administrator and no database', () => {
    const { env } = webPlan(request)
    expect(Object.keys(env).filter(name => [...SECRET_NAMES, 'ADMIN_EMAIL', 'ADMIN_PASSWORD', 'DATABASE_URL', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'].includes(name))).toEqual(['SITE_KEY'])
    expect(env).toMatchObject({ PORT: '4000', HOST: '127.0.0.1', CMS_URL: 'http://localhost:4001', CMS_INTERNAL_URL: 'http://127.0.0.1:4001', SMTP_HOST: 'mail.example' })
  })

  it('start the site as its image does', async () => {
    const dockerfile = await readFile(new URL('../../../web/Dockerfile', import.meta.url), 'utf8')
    expect(JSON.parse(/^CMD (.*)$/m.exec(dockerfile)?.[1] ?? '')).toEqual(['node', ...webPlan(request).args])
  })

  it('ask each server for its health at its own port', () => {
    expect(cmsPlan(request, undefined).healthUrl).toBe('http://127.0.0.1:4001/_health')
    expect(webPlan(request).healthUrl).toBe('http://127.0.0.1:4000/healthz')
  })
})

describe('localAddress', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:80'],
    ['0.0.0.0', 'http://127.0.0.1:80'],
    ['::', 'http://127.0.0.1:80'],
    ['::1', 'http://[::1]:80'],
    ['localhost', 'http://localhost:80'],
  ])('reaches %s at %s', (host, address) => {
    expect(localAddress(host, 80)).toBe(address)
  })
})
