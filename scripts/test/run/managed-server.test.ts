import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isProcessAlive } from '../../process/process-alive.mjs'
import { createManagedServer } from '../../run/managed-server.mjs'
import { openServerLog } from '../../run/server-log.mjs'
import { freePort } from '../support/free-port.ts'
import { tempDir } from '../support/temp-dir.ts'
import { until } from '../support/until.ts'

const smallServer = fileURLToPath(new URL('../support/small-server.mjs', import.meta.url))

async function createServer(behaviour = '', options: { firstPauseMs?: number, graceMs?: number, readyMs?: number } = {}) {
  const folder = await tempDir()
  const port = await freePort()
  const startsFile = join(folder, 'starts')
  await writeFile(startsFile, '')
  const errors: string[] = []
  const events: string[] = []
  const log = await openServerLog(join(folder, 'web.log'), line => errors.push(line))
  const plan = {
    name: 'Web',
    node: process.execPath,
    args: [smallServer],
    cwd: folder,
    env: { ...process.env, PORT: String(port), STARTS: startsFile, BEHAVIOUR: behaviour },
    healthUrl: `http://127.0.0.1:${port}/health`,
  }
  const server = createManagedServer(plan, { log, onEvent: text => events.push(text), firstPauseMs: 10, ...options })
  onTestFinished(async () => {
    server.kill()
    await server.stop()
    await log.close()
  })
  const starts = async () => (await readFile(startsFile, 'utf8')).split('\n').filter(line => line !== '').map(Number)
  return { server, plan, log, errors, events, starts, port }
}

describe('createManagedServer', () => {
  it('is ready when the server answers, and stops it', async () => {
    const { server, plan, starts, events } = await createServer()
    await server.start()
    expect((await fetch(plan.healthUrl)).status).toBe(204)
    const [pid] = await starts()
    await server.stop()
    expect(isProcessAlive(pid ?? 0)).toBe(false)
    expect(events).toEqual([])
  })

  it('starts a server again each time it is killed', async () => {
    const { server, starts, events } = await createServer()
    await server.start()
    for (const round of [1, 2]) {
      process.kill((await starts()).at(-1) ?? 0, 'SIGKILL')
      await until(() => events.filter(text => text === 'Web answers again').length === round)
    }
    expect(await starts()).toHaveLength(3)
    expect(events[0]).toBe('Web stopped (SIGKILL); starting it again in 0.0 s')
  })

  it('doubles the pause while the server goes on dying', async () => {
    const { server, plan, starts, events } = await createServer()
    await server.start()
    plan.env.BEHAVIOUR = 'refuses'
    process.kill((await starts()).at(-1) ?? 0, 'SIGKILL')
    await until(() => events.length >= 7)
    const pauses = events.map(text => text.replace(/.* in /, ''))
    expect(events[1]).toContain('(exit code 3)')
    expect(pauses.slice(0, 7)).toEqual(['0.0 s', '0.0 s', '0.0 s', '0.1 s', '0.2 s', '0.3 s', '0.6 s'])
  })

  it('stops also while it waits to start a server again', async () => {
    const { server, starts, events } = await createServer('', { firstPauseMs: 600_000 })
    await server.start()
    process.kill((await starts()).at(-1) ?? 0, 'SIGKILL')
    await until(() => events.length === 1)
    await server.stop()
    expect(await starts()).toHaveLength(1)
  })

  it('gives up at once on a server that ends before it was ready, and keeps what it said', async () => {
    const { server, starts, errors, log } = await createServer('refuses')
    await expect(server.start()).rejects.toMatchObject({ name: 'ServerDiedError', server: 'Web', message: 'Web ended before it was ready (exit code 3)' })
    expect(await starts()).toHaveLength(1)
    expect(errors).toEqual(['The data folder is in use.'])
    expect(log.lastErrors()).toEqual(errors)
  })

  it('gives up on a server that never answers', async () => {
    const { server, plan } = await createServer('', { readyMs: 300 })
    plan.healthUrl = plan.healthUrl.replace('/health', '/elsewhere')
    await expect(server.start()).rejects.toMatchObject({ name: 'ServerDiedError', message: expect.stringContaining('no answer from') })
  })

  it('ends a server that does not listen by force', async () => {
    const { server, starts, events } = await createServer('deaf', { graceMs: 100 })
    await server.start()
    await server.stop()
    expect(isProcessAlive((await starts())[0] ?? 0)).toBe(false)
    expect(events).toEqual(['Web did not stop by itself and is ended by force'])
  })
})

describe('exit-with-parent', () => {
  it('ends the server when its supervisor is killed', async () => {
    const folder = await tempDir()
    const startsFile = join(folder, 'starts')
    await writeFile(startsFile, '')
    const port = await freePort()
    const supervisor = join(folder, 'supervisor.mjs')
    await writeFile(supervisor, `
      import { createManagedServer } from ${JSON.stringify(new URL('../../run/managed-server.mjs', import.meta.url).href)}
      const log = { follow: child => { child.stdout.resume(); child.stderr.resume() }, note() {}, lastErrors: () => [], close: async () => {} }
      const plan = { name: 'Web', node: process.execPath, args: [${JSON.stringify(smallServer)}], cwd: '.', env: process.env, healthUrl: 'http://127.0.0.1:${port}/health' }
      await createManagedServer(plan, { log, onEvent() {} }).start()
      process.stdout.write('ready')
    `)
    const child = spawn(process.execPath, [supervisor], { env: { ...process.env, PORT: String(port), STARTS: startsFile }, stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise(resolve => child.stdout.once('data', resolve))
    const pid = Number((await readFile(startsFile, 'utf8')).trim())
    expect(isProcessAlive(pid)).toBe(true)
    child.kill('SIGKILL')
    await until(() => !isProcessAlive(pid))
  })
})
