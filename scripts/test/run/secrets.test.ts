import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseSecrets, openSecrets, SECRET_NAMES } from '../../run/secrets.mjs'
import { tempDir } from '../support/temp-dir.ts'

describe('openSecrets', () => {
  it('makes every secret once and keeps it where only the owner can read', async () => {
    const folder = await tempDir()
    const made = await openSecrets(folder)
    expect(Object.keys(made).sort()).toEqual([...SECRET_NAMES].sort())
    expect(new Set(Object.values(made)).size).toBe(SECRET_NAMES.length)
    for (const secret of Object.values(made).flatMap(value => value.split(',')))
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600)
    expect(await openSecrets(folder)).toEqual(made)
  })

  it('adds a secret that an older data folder lacks, and keeps the others', async () => {
    const folder = await tempDir()
    await writeFile(join(folder, 'secrets.json'), JSON.stringify({ JWT_SECRET: 'kept' }))
    const secrets = await openSecrets(folder)
    expect(secrets.JWT_SECRET).toBe('kept')
    expect(secrets.APP_KEYS).toContain(',')
    expect(JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8'))).toEqual(secrets)
  })

  it.each(['', '{"JWT_SECRET": "cut o', '[]', 'null', '{"JWT_SECRET": 1}'])('does not replace a damaged file (%j)', async (content) => {
    const folder = await tempDir()
    await writeFile(join(folder, 'secrets.json'), content)
    await expect(openSecrets(folder)).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('Put back a copy') })
    expect(await readFile(join(folder, 'secrets.json'), 'utf8')).toBe(content)
  })

  it('names a file that cannot be read', async () => {
    const folder = await tempDir()
    await mkdir(join(folder, 'secrets.json'))
    await expect(openSecrets(folder)).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('cannot be read') })
  })
})

describe('chooseSecrets', () => {
  it('lets a secret in the environment go before the kept one, an empty one not', async () => {
    const folder = await tempDir()
    const kept = await openSecrets(folder)
    const chosen = await chooseSecrets({ JWT_SECRET: 'from outside', PREVIEW_SECRET: '' }, folder)
    expect(chosen).toEqual({ ...kept, JWT_SECRET: 'from outside' })
  })
})
