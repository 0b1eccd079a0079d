import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { freePort } from '../../harness/free-port'
import { freshData } from '../../harness/fresh-cms'
import { runScript, startScript } from '../../harness/serve'

// what is tried here is the same on both engines, apart from the address of the database itself
describe.runIf(inject('engine') === 'sqlite')('a CMS that cannot start', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-start-'))
    await writeFile(path.join(folder, 'a-file'), '')
  })
  afterAll(async () => rm(folder, { recursive: true }))

  it.each([
    ['a secret is missing', { JWT_SECRET: '' }, 'JWT_SECRET is not set; npm start makes it, other ways of starting must hand it over.'],
    ['another secret is missing', { PREVIEW_SECRET: '' }, 'PREVIEW_SECRET is not set; npm start makes it, other ways of starting must hand it over.'],
    ['the database is of another kind', { DATABASE_URL: 'mysql://a:secret@b/c' }, 'DATABASE_URL must look like postgres://user:password@host:5432/database, with characters such as @ and / in the password percent-encoded (leave it empty to use SQLite).'],
    ['the database address is malformed', { DATABASE_URL: 'postgres://a:100%@b/c' }, 'DATABASE_URL must look like postgres://user:password@host:5432/database, with characters such as @ and / in the password percent-encoded (leave it empty to use SQLite).'],
    ['nothing answers at the database address', { DATABASE_URL: 'postgres://a:secret@127.0.0.1:9/c' }, 'PostgreSQL does not answer at 127.0.0.1:9 (ECONNREFUSED); start it, or mend DATABASE_URL.'],
    ['the port is no port', { CMS_PORT: '70000' }, 'CMS_PORT must be a port number from 1 to 65535, not "70000".'],
    ['the address is not of this machine', { HOST: '203.0.113.7' }, /^Port \d+ is at no address of this machine; mend HOST\.$/],
    ['the data folder is a file', { DATA_DIR: 'a-file' }, /^DATA_DIR .*a-file cannot be written/],
  ])('says one sentence when %s', async (_, environment, sentence) => {
    const inFolder = 'DATA_DIR' in environment ? { DATA_DIR: path.join(folder, environment.DATA_DIR) } : environment
    const { code, stderr } = await runScript('serve.mjs', ['--for-command'], { dataDir: path.join(folder, 'data'), environment: inFolder }, await freePort())
    expect(code).toBe(1)
    const lines = stderr.trimEnd().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]?.replace(/^klartext: /, '')).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence))
    expect(stderr).not.toContain('secret@')
  })

  it('says one sentence when the port is taken', async () => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    const { code, stderr } = await runScript('serve.mjs', ['--for-command'], { dataDir: path.join(folder, 'data') }, port)
    other.close()
    expect(code).toBe(1)
    expect(stderr).toBe(`klartext: Port ${port} is in use; stop what uses it, or set CMS_PORT to another port.\n`)
  })
})

it('a CMS that a command started ends with it', async () => {
  const { folder, databaseUrl } = await freshData()
  const { child, ended } = await startScript('serve.mjs', ['--for-command'], { dataDir: folder, databaseUrl: databaseUrl ?? undefined }, await freePort())
  expect(await Promise.race([once(child, 'message'), ended])).toContain('ready')
  const exited = once(child, 'exit')
  child.disconnect()
  expect(await exited).toEqual([0, null])
  await rm(folder, { recursive: true })
})
