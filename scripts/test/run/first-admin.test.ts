import { once } from 'node:events'
import { readdir, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { chooseFirstAdmin, isFirstStart, noteFirstStart, opensAdmin } from '../../run/first-admin.mjs'
import { readSettings } from '../../run/settings.mjs'
import { loginLines, summary } from '../../run/summary.mjs'
import { tempDir } from '../support/temp-dir.ts'

describe('chooseFirstAdmin', () => {
  it('makes a password that the CMS accepts', async () => {
    const passwords = await Promise.all(Array.from({ length: 100 }, async () => (await chooseFirstAdmin(readSettings({ DATA_DIR: await tempDir() }, '/')))?.password ?? ''))
    expect(new Set(passwords).size).toBe(100)
    for (const password of passwords)
      expect(() => readSettings({ ADMIN_PASSWORD: password }, '/')).not.toThrow()
  })

  it('keeps the password for its owner alone, until the first start is over and it has been shown', async () => {
    const settings = readSettings({ DATA_DIR: await tempDir() }, '/')
    const admin = await chooseFirstAdmin(settings)
    expect(admin).toMatchObject({ email: 'admin@klartext.example', isGenerated: true })
    expect(await chooseFirstAdmin(settings)).toEqual(admin)
    expect((await stat(join(settings.dataDir, 'first-password'))).mode & 0o777).toBe(0o600)

    expect(isFirstStart(settings.dataDir)).toBe(true)
    await noteFirstStart(settings.dataDir, settings.adminEmail)
    expect(isFirstStart(settings.dataDir)).toBe(false)
    expect(await chooseFirstAdmin(settings)).toBeUndefined()
    expect(await readdir(settings.dataDir)).toEqual(['first-start.json'])
  })

  it('hands on what the settings state, at every start', async () => {
    const settings = readSettings({ DATA_DIR: await tempDir(), ADMIN_EMAIL: 'anna@kommun.example', ADMIN_PASSWORD: 'Gott1ord' }, '/')
    await noteFirstStart(settings.dataDir, settings.adminEmail)
    expect(await chooseFirstAdmin(settings)).toEqual({ email: 'anna@kommun.example', password: 'Gott1ord', isGenerated: false })
  })
})

describe('opensAdmin', () => {
  it.each([[200, true], [400, false], [401, false]])('takes the answer %d as %s', async (status, expected) => {
    const bodies: unknown[] = []
    const server = createServer(async (request, response) => {
      const chunks = await request.toArray()
      bodies.push(request.url, JSON.parse(Buffer.concat(chunks).toString()))
      response.writeHead(status).end('{}')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    expect(await opensAdmin(`http://127.0.0.1:${port}`, { email: 'a@b.example', password: 'p', isGenerated: true })).toBe(expected)
    expect(bodies).toEqual(['/admin/login', { email: 'a@b.example', password: 'p' }])
  })
})

describe('the summary', () => {
  it('shows a generated password only when it opens the door', () => {
    const admin = { email: 'a@b.example', password: 'hemligt', isGenerated: true }
    expect(loginLines(admin, true)).toContain('hemligt')
    expect(loginLines(admin, false)).not.toContain('hemligt')
    expect(loginLines({ ...admin, isGenerated: false }, true)).not.toContain('hemligt')
  })

  it('says where everything is', () => {
    const text = summary({ siteUrl: 'http://s.example', cmsUrl: 'http://c.example', login: 'a\nb' })
    expect(text).toContain('http://s.example\n')
    expect(text).toContain('http://c.example/admin\n')
    expect(text).toContain('  Login   a\n          b\n')
  })
})
