import { describe, expect, it } from 'vitest'
import { readSettings } from '../../run/settings.mjs'

const root = '/klartext'

describe('readSettings', () => {
  it('has a default for everything', () => {
    const defaults = {
      host: '127.0.0.1',
      webPort: 3000,
      cmsPort: 1337,
      dataDir: '/klartext/.data',
      databaseUrl: undefined,
      adminEmail: 'admin@klartext.example',
      adminPassword: undefined,
      siteUrl: 'http://localhost:3000',
      cmsUrl: 'http://localhost:1337',
      exampleContent: true,
    }
    expect(readSettings({}, root)).toEqual(defaults)
    expect(readSettings({ WEB_PORT: '', DATA_DIR: '', DATABASE_URL: '', ADMIN_PASSWORD: '', EXAMPLE_CONTENT: '' }, root)).toEqual(defaults)
  })

  it('takes what the environment says', () => {
    expect(readSettings({
      HOST: '0.0.0.0',
      WEB_PORT: '4000',
      CMS_PORT: '4001',
      DATA_DIR: '/srv/klartext',
      DATABASE_URL: 'postgres://u:p%40x@db.example:5433/klartext?sslmode=require',
      ADMIN_EMAIL: 'anna@kommun.example',
      ADMIN_PASSWORD: 'Gott1ord',
      SITE_URL: 'https://kommun.example/',
      CMS_URL: 'https://kommun.example/cms',
      EXAMPLE_CONTENT: 'false',
    }, root)).toEqual({
      host: '0.0.0.0',
      webPort: 4000,
      cmsPort: 4001,
      dataDir: '/srv/klartext',
      databaseUrl: 'postgres://u:p%40x@db.example:5433/klartext?sslmode=require',
      adminEmail: 'anna@kommun.example',
      adminPassword: 'Gott1ord',
      siteUrl: 'https://kommun.example',
      cmsUrl: 'https://kommun.example/cms',
      exampleContent: false,
    })
  })

  it.each([
    [{ WEB_PORT: 'http' }, 'WEB_PORT is "http"'],
    [{ CMS_PORT: '0' }, 'CMS_PORT is "0"'],
    [{ CMS_PORT: '65536' }, 'CMS_PORT is "65536"'],
    [{ WEB_PORT: '3e3' }, 'WEB_PORT is "3e3"'],
    [{ WEB_PORT: '1337' }, 'WEB_PORT and CMS_PORT are both 1337'],
    [{ DATABASE_URL: 'mysql://h/d' }, 'DATABASE_URL cannot be read'],
    [{ DATABASE_URL: 'postgres://h' }, 'DATABASE_URL cannot be read'],
    [{ DATABASE_URL: 'klartext.db' }, 'DATABASE_URL cannot be read'],
    [{ ADMIN_EMAIL: 'anna' }, 'ADMIN_EMAIL is "anna"'],
    [{ ADMIN_PASSWORD: 'kort1A' }, 'ADMIN_PASSWORD is too weak'],
    [{ ADMIN_PASSWORD: 'utanstorbokstav1' }, 'ADMIN_PASSWORD is too weak'],
    [{ ADMIN_PASSWORD: `Å1${'å'.repeat(36)}` }, 'ADMIN_PASSWORD is too weak'],
    [{ SITE_URL: 'kommun.example' }, 'SITE_URL is "kommun.example"'],
    [{ SITE_URL: 'ftp://kommun.example' }, 'SITE_URL is "ftp://kommun.example"'],
    [{ CMS_URL: 'https://kommun.example/?a=1' }, 'CMS_URL is "https://kommun.example/?a=1"'],
    [{ EXAMPLE_CONTENT: 'no' }, 'EXAMPLE_CONTENT is "no"'],
  ])('refuses %j', (env, sentence) => {
    expect(() => readSettings(env, root)).toThrow(expect.objectContaining({ name: 'PlainError', message: expect.stringContaining(sentence) }))
  })

  it('never repeats a password', () => {
    expect(() => readSettings({ DATABASE_URL: 'postgres://u:hemligt@[bad' }, root)).toThrow(expect.not.objectContaining({ message: expect.stringContaining('hemligt') }))
    expect(() => readSettings({ ADMIN_PASSWORD: 'hemligt' }, root)).toThrow(expect.not.objectContaining({ message: expect.stringContaining('hemligt') }))
  })
})
