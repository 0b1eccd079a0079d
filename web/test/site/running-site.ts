import type { ChildProcess } from 'node:child_process'
import type { FixtureCms, FixtureContent } from '../fixture-cms'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { startFixtureCms } from '../fixture-cms'
import { exampleContent, siteUrl } from '../fixture-content'

const built = fileURLToPath(new URL('../../.output/server/index.mjs', import.meta.url))

export const siteKey = 'the-key-of-the-site'

export interface RunningSite {
  /** Where it really listens. */
  url: string
  content: FixtureContent
  cms: FixtureCms
  /** Asks for a page as a browser does, following no redirect. */
  get: (path: string, init?: RequestInit) => Promise<Response>
  /** Sends a form as a browser does. */
  post: (path: string, fields: Record<string, string>, headers?: Record<string, string>) => Promise<Response>
  /** What the site keeps on disk. */
  dataDir: string
  /** Ends the site, as a person does, and starts it anew on what it kept. */
  restart: () => Promise<void>
  close: () => Promise<void>
}

/**
 * The built site as its own process, in front of a fixture CMS whose changes it follows.
 * @param content what the CMS holds; a test may change it, and tells the site by `cms.change`
 */
export async function startSite(content: FixtureContent = exampleContent(), settings: Record<string, string> = {}): Promise<RunningSite> {
  const cms = await startFixtureCms(content)
  const port = await freePort()
  const dataDir = await mkdtemp(join(tmpdir(), 'klartext-web-'))
  const url = `http://127.0.0.1:${port}`
  const get: RunningSite['get'] = (path, init = {}) => fetch(url + path, { redirect: 'manual', ...init, headers: { accept: 'text/html', ...init.headers } })

  let child = await start()
  async function start() {
    const started = spawnSite({ SITE_URL: siteUrl, CMS_URL: cms.url, HOST: '127.0.0.1', PORT: String(port), SITE_KEY: siteKey, WEB_DATA_DIR: dataDir, ...settings })
    await listening(started)
    return started
  }
  async function stop() {
    const gone = new Promise(resolve => child.once('exit', resolve))
    child.kill()
    await gone
  }
  await cms.followed()
  return {
    url,
    content,
    cms,
    dataDir,
    get,
    post: (path, fields, headers = {}) => get(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    restart: async () => {
      await stop()
      child = await start()
    },
    close: async () => {
      await stop()
      await cms.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Starts the built site with these settings and no others. */
export function spawnSite(settings: Record<string, string>): ChildProcess {
  if (!existsSync(built))
    throw new Error('The site is not built. Build it first: pnpm --filter @klartext/web build')
  return spawn(process.execPath, [built], { env: { PATH: process.env.PATH, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function listening(child: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes('Listening'))
        resolve()
    })
    child.stderr?.on('data', (chunk) => {
      said += String(chunk)
    })
    child.once('exit', code => reject(new Error(`The site ended with ${code} before it listened: ${said}`)))
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (typeof address === 'object' && address)
    return address.port
  throw new Error('No free port')
}
