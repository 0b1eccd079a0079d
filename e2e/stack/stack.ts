import type { Server } from './server'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { freePort } from './free-port'
import { startServer } from './server'

export const repository = path.resolve(import.meta.dirname, '../..')

const testAdmin = { email: 'admin@klartext.example', password: 'Provkorning-2026' }

/** Worth nothing outside the tests. */
const testSecrets = {
  APP_KEYS: 'e2e-app-key-a,e2e-app-key-b',
  ADMIN_JWT_SECRET: 'e2e-admin-jwt-secret',
  API_TOKEN_SALT: 'e2e-api-token-salt',
  TRANSFER_TOKEN_SALT: 'e2e-transfer-token-salt',
  ENCRYPTION_KEY: 'e2e-encryption-key-of-32-bytes!!',
  JWT_SECRET: 'e2e-jwt-secret',
  PREVIEW_SECRET: 'e2e-preview-secret',
  COMMENT_KEY: 'e2e-comment-key',
  SITE_KEY: 'e2e-site-key',
}

/** A whole Klartext of its own: the built CMS with its admin panel, and the built site. */
export interface Stack {
  siteUrl: string
  cmsUrl: string
  dataDir: string
  admin: { email: string, password: string }
  /** What `npm run cms` and `npm run import` need in their environment to act on this stack. */
  environment: Record<string, string>
  /** Gives the CMS a local command and returns its answer. */
  command: (name: string, input?: unknown) => Promise<unknown>
  /**
   * Starts a site beside the stack's own, with further settings; it ends with the stack.
   * @returns where it listens
   */
  startSite: (settings: Record<string, string>) => Promise<string>
  stop: () => Promise<void>
}

/**
 * Starts CMS and site on free ports with an empty data folder on SQLite.
 * @param settings of the CMS, beside those that every stack has
 */
export async function startStack(settings: Record<string, string> = {}): Promise<Stack> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'klartext-e2e-'))
  const [cmsPort, webPort] = [await freePort(), await freePort()]
  const cmsUrl = `http://localhost:${cmsPort}`
  const siteUrl = `http://localhost:${webPort}`
  const environment = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    CMS_PORT: String(cmsPort),
    WEB_PORT: String(webPort),
    CMS_URL: cmsUrl,
    SITE_URL: siteUrl,
    DATA_DIR: dataDir,
    ADMIN_EMAIL: testAdmin.email,
    ADMIN_PASSWORD: testAdmin.password,
    ...testSecrets,
    ...settings,
  }
  const servers: Server[] = []
  const startSite = async (port: number, further: Record<string, string>) => {
    servers.push(await startServer({
      args: ['.output/server/index.mjs'],
      cwd: path.join(repository, 'web'),
      env: { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), CMS_URL: cmsUrl, SITE_URL: siteUrl, CMS_INTERNAL_URL: `http://127.0.0.1:${cmsPort}`, DATA_DIR: dataDir, SITE_KEY: testSecrets.SITE_KEY, ...further },
      healthUrl: `http://127.0.0.1:${port}/healthz`,
    }))
  }
  const stop = async () => {
    for (const server of servers.toReversed())
      await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    servers.push(await startServer({
      args: ['scripts/serve.mjs'],
      cwd: path.join(repository, 'cms'),
      env: environment,
      healthUrl: `http://127.0.0.1:${cmsPort}/_health`,
    }))
    await startSite(webPort, {})
  }
  catch (error) {
    await stop()
    throw error
  }
  return {
    siteUrl,
    cmsUrl,
    dataDir,
    admin: testAdmin,
    environment,
    command: (name, input) => command(dataDir, name, input),
    startSite: async (further) => {
      const port = await freePort()
      await startSite(port, { WEB_DATA_DIR: path.join(dataDir, `web-${port}`), ...further })
      return `http://localhost:${port}`
    },
    stop,
  }
}

async function command(dataDir: string, name: string, input: unknown = {}): Promise<unknown> {
  const running: unknown = JSON.parse(await readFile(path.join(dataDir, 'cms.json'), 'utf8'))
  if (typeof running !== 'object' || running === null || !('url' in running) || !('token' in running))
    throw new Error('cms.json holds no address and token.')
  const answer = await fetch(`${running.url}/_local/${name}`, {
    method: 'POST',
    headers: { 'authorization': `Bearer ${running.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const value: unknown = await answer.json()
  if (!answer.ok)
    throw new Error(`${name} answered ${answer.status}: ${JSON.stringify(value)}`)
  return value
}
