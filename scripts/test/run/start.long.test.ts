import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isProcessAlive } from '../../process/process-alive.mjs'
import { root } from '../../repository.mjs'
import { parseEnvText } from '../../run/env-file.mjs'
import { freePort } from '../support/free-port.ts'
import { makeTempDir } from '../support/temp-dir.ts'
import { until } from '../support/until.ts'

const MINUTES = 60_000

interface Running {
  child: ChildProcess
  text: () => string
  site: string
  cms: string
  dataDir: string
}

const everything: Running[] = []

/** `npm start` as npm calls it, on ports and a data folder of its own. */
async function start(dataDir: string, env: Record<string, string> = {}): Promise<Running> {
  const [webPort, cmsPort] = [await freePort(), await freePort()]
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
    env: { ...process.env, WEB_PORT: String(webPort), CMS_PORT: String(cmsPort), DATA_DIR: dataDir, SITE_URL: '', CMS_URL: '', DATABASE_URL: '', HOST: '', ADMIN_PASSWORD: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout.on('data', chunk => text += chunk)
  child.stderr.on('data', chunk => text += chunk)
  const running = { child, text: () => text, site: `http://127.0.0.1:${webPort}`, cms: `http://127.0.0.1:${cmsPort}`, dataDir }
  everything.push(running)
  return running
}

async function startUp(dataDir: string, env?: Record<string, string>): Promise<Running> {
  const running = await start(dataDir, env)
  await until(() => running.text().includes('Klartext is running.') || running.child.exitCode !== null)
  expect(running.text()).toContain('Klartext is running.')
  return running
}

async function statusOf(url: string): Promise<number> {
  return fetch(url, { headers: { accept: 'text/html' } }).then(response => response.status, () => 0)
}

async function cmsPid({ dataDir }: Running): Promise<number> {
  const { pid } = JSON.parse(await readFile(join(dataDir, 'cms.json'), 'utf8'))
  return pid
}

/** The number of the web server's process: the child of `npm start` that is not the CMS. */
async function webPid(running: Running): Promise<number> {
  const children = await readFile(`/proc/${running.child.pid}/task/${running.child.pid}/children`, 'utf8')
  const cms = await cmsPid(running)
  return children.trim().split(' ').map(Number).find(pid => pid !== cms) ?? 0
}

describe('npm start', { timeout: 5 * MINUTES }, () => {
  let running: Running

  beforeAll(async () => {
    running = await startUp(await makeTempDir())
  }, 10 * MINUTES)

  afterAll(async () => {
    for (const { child } of everything) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
    }
  }, MINUTES)

  it('serves pages with the example content', async () => {
    expect(await statusOf(`${running.site}/`)).toBe(200)
    const articles = await fetch(`${running.cms}/api/v1/articles`).then(response => response.json())
    expect(articles).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ type: 'article' })]) })
  })

  it('prints a login that opens the admin panel, and keeps secrets for the owner alone', async () => {
    const [, email, password] = /Login\s+(\S+)\s+password (\S+)/.exec(running.text()) ?? []
    const answer = await fetch(`${running.cms}/admin/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) })
    expect(answer.status).toBe(200)
    expect((await stat(join(running.dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600)
  })

  it('hands the site no secret', async () => {
    const environment = await readFile(`/proc/${await webPid(running)}/environ`, 'utf8')
    const secrets = JSON.parse(await readFile(join(running.dataDir, 'secrets.json'), 'utf8'))
    const values = Object.values(parseEnvText(environment.replaceAll('\0', '\n')))
    expect(Object.values(secrets).filter(secret => values.includes(String(secret)))).toEqual([])
  })

  it('refuses a data folder in use, in one sentence', async () => {
    const second = await start(running.dataDir)
    await once(second.child, 'exit')
    expect(second.child.exitCode).toBe(1)
    expect(second.text()).toContain(`is in use by the Klartext that runs as process ${await cmsPid(running)}`)
    expect(second.text()).not.toMatch(/^\s+at /m)
  })

  it('starts a killed CMS again while the site goes on', async () => {
    const killed = await cmsPid(running)
    process.kill(killed, 'SIGKILL')
    expect(await statusOf(`${running.site}/healthz`)).toBe(200)
    await until(async () => await statusOf(`${running.cms}/_health`) === 204)
    expect(await cmsPid(running)).not.toBe(killed)
    await until(() => running.text().includes('CMS answers again'))
  })

  it('starts a killed site again while the CMS goes on', async () => {
    const cms = await cmsPid(running)
    process.kill(await webPid(running), 'SIGKILL')
    await until(() => running.text().includes('Web stopped (SIGKILL)'))
    await until(async () => await statusOf(`${running.site}/`) === 200)
    expect(await cmsPid(running)).toBe(cms)
  })

  it('stops both when it is asked to, with code 0, and knows its content again', async () => {
    const servers = [await cmsPid(running), await webPid(running)]
    running.child.kill('SIGINT')
    const [code] = await once(running.child, 'exit')
    expect(code).toBe(0)
    expect(servers.filter(isProcessAlive)).toEqual([])

    running = await startUp(running.dataDir)
    expect(running.text()).not.toMatch(/password \S+ \(shown/)
    expect(await statusOf(`${running.site}/`)).toBe(200)
  })

  it('takes both servers with it when it is killed itself', async () => {
    const servers = [await cmsPid(running), await webPid(running)]
    running.child.kill('SIGKILL')
    await until(() => !servers.some(isProcessAlive))
  })

  it('names a database that does not answer, and never its password', async () => {
    const refused = await start(await makeTempDir(), { DATABASE_URL: `postgres://klartext:hemligt@127.0.0.1:${await freePort()}/klartext` })
    await once(refused.child, 'exit')
    expect(refused.child.exitCode).toBe(1)
    expect(refused.text()).toMatch(/\n\nPostgreSQL .*ECONNREFUSED.*\n$/)
    expect(refused.text()).not.toContain('hemligt')
  })
})
