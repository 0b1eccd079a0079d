import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import process from 'node:process'
import { root } from '../../../scripts/repository.mjs'
import { freePorts } from '../stack/free-port.mjs'
import { memoryOf } from '../stack/memory.mjs'

/** Worth nothing outside a bench. */
const SECRETS = Object.fromEntries(['APP_KEYS', 'ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'JWT_SECRET', 'PREVIEW_SECRET', 'COMMENT_KEY', 'SITE_KEY'].map(name => [name, `bench-${name}`]))

/**
 * A CMS of its own that was filled; the built one, in a process that also runs what the CMS's tests run in theirs.
 *
 * @typedef {object} LoadedCms
 * @property {string} url
 * @property {number} pid
 * @property {number} size how many articles
 * @property {Site} site
 * @property {number} loadSeconds
 * @property {string} token may do everything over Strapi's REST
 * @property {(name: string, argument?: unknown) => Promise<any>} run a function of the CMS's test harness
 * @property {() => Promise<{ now: number, peak: number }>} memory
 * @property {() => Promise<void>} stop
 *
 * @typedef {{ slug: string, person: string, organisation: string, topic: string }} Site
 */

/**
 * @param {object} request
 * @param {number} request.size how many articles, each with ten comments
 * @param {string} request.dataDir
 * @param {string} [request.databaseUrl] of an empty PostgreSQL database; SQLite without it
 * @returns {Promise<LoadedCms>} once it is filled
 */
export async function startLoadedCms({ size, dataDir, databaseUrl = '' }) {
  const [port = 0] = await freePorts(1)
  const url = `http://127.0.0.1:${port}`
  const folder = path.join(root, 'cms')
  const { PATH, HOME } = process.env
  const child = fork(path.join(folder, 'test/harness/child.cjs'), [], {
    cwd: folder,
    execArgv: ['--import', path.join(root, 'scripts/run/exit-with-parent.mjs')],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH,
      HOME,
      ...SECRETS,
      ENCRYPTION_KEY: 'bench-encryption-key-of-32-bytes',
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
      HOST: '127.0.0.1',
      CMS_PORT: String(port),
      CMS_URL: url,
      SITE_URL: 'http://127.0.0.1:9',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', chunk => output = (output + chunk).slice(-20_000))
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map()
  const ready = new Promise((resolve, reject) => {
    child.on('message', (/** @type {{ ready?: true, id: number, value?: unknown, error?: { message: string } }} */ answer) => {
      if (answer.ready)
        return resolve(undefined)
      const call = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.error)
        call?.reject(new Error(answer.error.message))
      else
        call?.resolve(answer.value)
    })
    child.once('exit', () => {
      const error = new Error(`The CMS with ${size} articles ended. It printed:\n${output}`)
      reject(error)
      waiting.forEach(call => call.reject(error))
    })
  })
  await ready
  let last = 0
  /** @type {LoadedCms['run']} */
  const run = (name, argument = null) => new Promise((resolve, reject) => {
    const id = ++last
    waiting.set(id, { resolve, reject })
    child.send({ id, name, argument })
  })
  const startedAt = performance.now()
  const site = await run('loadSite', { articles: size, each: 10 })
  const loadSeconds = (performance.now() - startedAt) / 1000
  return {
    url,
    pid: child.pid ?? 0,
    size,
    site,
    loadSeconds,
    token: await run('createFullAccessToken'),
    run,
    memory: () => memoryOf(child.pid ?? 0),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null)
        return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
