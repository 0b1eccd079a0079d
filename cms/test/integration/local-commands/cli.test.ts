import type { BootOptions } from '../../harness/boot'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootCms } from '../../harness/boot'
import { freePort } from '../../harness/free-port'
import { freshData } from '../../harness/fresh-cms'
import { runScript } from '../../harness/serve'

let data: BootOptions
beforeAll(async () => {
  const { folder, databaseUrl } = await freshData()
  data = { dataDir: folder, databaseUrl: databaseUrl ?? undefined }
})
afterAll(async () => rm(data.dataDir, { recursive: true }))

const command = async (...args: string[]) => runScript('cli.mjs', args, data, await freePort())

describe('a wrong command', () => {
  it.each([
    ['none', [], /^Usage: npm run cms -- <command>/],
    ['an unknown one', ['publish-all'], /^There is no command "publish-all"\.\n\nUsage/],
    ['the name of what every object has', ['constructor'], /^There is no command "constructor"/],
    ['one with an argument', ['rebuild', '--now'], /^"rebuild" takes no arguments/],
  ])('%s shows the usage', async (_, args, message) => {
    const { code, stdout, stderr } = await command(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    for (const name of ['verify-log', 'rebuild', 'load-examples'])
      expect(stderr).toMatch(new RegExp(`^ {2}${name} +\\w`, 'm'))
  })
})

describe('with a running CMS', () => {
  it('the commands go through it', async () => {
    const cms = await bootCms(data)
    await cms.run('documents', { uid: 'api::topic.topic', method: 'create', params: { data: { name: 'Vatten', slug: 'vatten' }, status: 'published' } })
    expect(await command('verify-log')).toMatchObject({ code: 0, stdout: '1 rows, the chain holds.\n', stderr: '' })
    const rebuilt = await command('rebuild')
    expect(rebuilt).toMatchObject({ code: 0, stderr: '' })
    expect(rebuilt.stdout).toMatch(/^Rebuilt 2 documents, 0 comments in \d+\.\d s\.\n$/)
    await cms.stop()
  })
})

describe('with no CMS', () => {
  it('a command starts one for itself, and leaves none behind', async () => {
    expect(await command('verify-log')).toMatchObject({ code: 0, stdout: '1 rows, the chain holds.\n', stderr: '' })
    expect(existsSync(path.join(data.dataDir, 'cms.json'))).toBe(false)
  })

  it('a broken chain is told with its row', async () => {
    const cms = await bootCms(data)
    await cms.run('sql', { sql: 'update publication_log set slug = \'vattnet\'' })
    await cms.stop('SIGKILL')
    // the file that a killed CMS leaves does not mislead
    const { code, stdout } = await command('verify-log')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^The chain is broken at row 1: The row does not follow/)
  })

  it('a command says why its CMS does not start', async () => {
    const { code, stderr } = await runScript('cli.mjs', ['rebuild'], { ...data, environment: { JWT_SECRET: '' } }, await freePort())
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'klartext: JWT_SECRET is not set; npm start makes it, other ways of starting must hand it over.\n' })
  })
})
