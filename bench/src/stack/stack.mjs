import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { root } from '../../../scripts/repository.mjs'
import { openSecrets } from '../../../scripts/run/secrets.mjs'
import { cmsPlan, webPlan } from '../../../scripts/run/server-plans.mjs'
import { readSettings } from '../../../scripts/run/settings.mjs'
import { freePorts } from './free-port.mjs'
import { startPostgres } from './postgres.mjs'
import { startServer } from './server.mjs'

/** @typedef {import('./server.mjs').RunningServer} RunningServer */

/** Worth nothing outside a bench. */
const ADMIN = { email: 'admin@klartext.example', password: 'Provkorning-2026', isGenerated: false }

/**
 * A whole Klartext of its own from what is built: one CMS and any number of replicas of the site, on loopback.
 *
 * @typedef {object} Stack
 * @property {string} cmsUrl
 * @property {string[]} siteUrls one a replica
 * @property {{ email: string, password: string }} admin
 * @property {string} siteKey what the site shows the CMS to be believed
 * @property {string} dataDir
 * @property {(nodeArgs?: string[]) => Promise<RunningServer>} startCms
 * @property {() => Promise<RunningServer & { url: string }>} startOtherCms a second one on the same database, which must be PostgreSQL
 * @property {(replica: number, env?: Record<string, string>, nodeArgs?: string[]) => Promise<RunningServer>} startWeb with settings of its own
 * @property {() => RunningServer[]} running in the order they were started
 * @property {() => Promise<void>} stopAll ends the servers, the last one first, and keeps their data
 * @property {(name: string, input?: unknown) => Promise<unknown>} command gives the running CMS a local command
 * @property {() => Promise<void>} close ends all of it and deletes its data
 */

/**
 * Prepares a stack with empty data; nothing runs yet.
 *
 * @param {object} [options]
 * @param {'sqlite' | 'postgres'} [options.engine]
 * @param {number} [options.replicas] of the site
 * @param {Record<string, string>} [options.env] settings beside those that every stack has
 * @returns {Promise<Stack>}
 */
export async function openStack({ engine = 'sqlite', replicas = 1, env = {} } = {}) {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'klartext-bench-'))
  const [cmsPort = 0, otherCmsPort = 0, ...webPorts] = await freePorts(2 + replicas)
  const postgres = engine === 'postgres' ? await startPostgres() : undefined
  const databaseUrl = await postgres?.createDatabase('klartext')
  const common = {
    ...env,
    HOST: '127.0.0.1',
    CMS_PORT: String(cmsPort),
    // Replicas are one site: they know each other's pages by one address.
    SITE_URL: `http://localhost:${webPorts[0]}`,
    DATA_DIR: dataDir,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    EXAMPLE_CONTENT: 'false',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  }
  const secrets = await openSecrets(dataDir)
  /** @param {Record<string, string>} own */
  const request = own => ({
    root,
    toolchain: { node: process.execPath, env: { ...withoutSettings(process.env), ...common, ...own }, pnpm: unused },
    settings: readSettings({ ...common, ...own }, root),
    secrets,
  })
  /** @type {RunningServer[]} */
  const started = []
  /**
   * @param {import('../../../scripts/run/managed-server.mjs').ServerPlan} plan
   * @param {string[]} [nodeArgs]
   */
  const start = async (plan, nodeArgs) => {
    const server = await startServer(plan, nodeArgs)
    started.push(server)
    return server
  }
  const stopAll = async () => {
    for (const server of started.toReversed())
      await server.stop()
  }
  return {
    cmsUrl: `http://127.0.0.1:${cmsPort}`,
    siteUrls: webPorts.map(port => `http://127.0.0.1:${port}`),
    admin: ADMIN,
    dataDir,
    siteKey: secrets.SITE_KEY ?? '',
    startCms: nodeArgs => start(cmsPlan(request({ WEB_PORT: String(webPorts[0]) }), ADMIN), nodeArgs),
    async startOtherCms() {
      const otherDir = path.join(dataDir, 'other-cms')
      await mkdir(otherDir)
      const server = await start(cmsPlan(request({ WEB_PORT: String(webPorts[0]), CMS_PORT: String(otherCmsPort), DATA_DIR: otherDir }), ADMIN))
      return { ...server, url: `http://127.0.0.1:${otherCmsPort}` }
    },
    startWeb: (replica, own = {}, nodeArgs = []) =>
      start(webPlan(request({ ...own, WEB_PORT: String(webPorts[replica]), WEB_DATA_DIR: path.join(dataDir, `web-${replica}`) })), nodeArgs),
    stopAll,
    running: () => started.filter(server => server.isRunning()),
    command: (name, input) => command(dataDir, name, input),
    async close() {
      await stopAll()
      await postgres?.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * What a person has set for their own Klartext must not reach a bench.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function withoutSettings(env) {
  const { PATH, HOME, TMPDIR, LANG } = env
  return { PATH, HOME, TMPDIR, LANG, STRAPI_TELEMETRY_DISABLED: 'true', NUXT_TELEMETRY_DISABLED: '1' }
}

/** @returns {Promise<never>} */
async function unused() {
  throw new Error('A bench builds nothing.')
}

/**
 * @param {string} dataDir
 * @param {string} name
 * @param {unknown} input
 * @returns {Promise<unknown>}
 */
async function command(dataDir, name, input = {}) {
  /** @type {{ url: string, token: string }} */
  const { url, token } = JSON.parse(await readFile(path.join(dataDir, 'cms.json'), 'utf8'))
  const answer = await fetch(`${url}/_local/${name}`, {
    method: 'POST',
    headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const value = await answer.json()
  if (!answer.ok)
    throw new Error(`${name} was answered ${answer.status}: ${JSON.stringify(value)}`)
  return value
}
