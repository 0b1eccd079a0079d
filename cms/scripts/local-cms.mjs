// Finds the CMS that owns a data folder, or runs one for as long as a command takes: nothing else may touch the folder.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import { createServer } from 'node:net'
import path from 'node:path'
import process from 'node:process'

/** @typedef {{ pid: number, url: string, token: string }} RunningCms */

/** What the CMS said to a command that it did not do; its message is a sentence for the person. */
export class CommandFailed extends Error {
  /**
   * @param {string} sentence
   * @param {ErrorOptions} [options]
   */
  constructor(sentence, options) {
    super(sentence, options)
    this.name = 'CommandFailed'
  }
}

const repositoryRoot = path.resolve(import.meta.dirname, '..', '..')

/**
 * Runs commands against the CMS that owns DATA_DIR, starting one without an admin panel where none runs.
 * @template T
 * @param {(send: (command: string, input?: unknown) => Promise<unknown>) => Promise<T>} work
 * @param {Record<string, string | undefined>} [environment] as `npm start` hands it to the CMS, secrets included
 * @returns {Promise<T>} what `work` returned, once a CMS that was started for it has stopped
 * @throws {CommandFailed} with the CMS's own words, also where it did not start
 */
export async function withLocalCms(work, environment = process.env) {
  const dataDir = path.resolve(repositoryRoot, environment.DATA_DIR || '.data')
  const running = await findRunningCms(dataDir)
  if (running)
    return work((command, input) => send(running, command, input))
  const started = await startCms(dataDir, environment)
  try {
    return await work((command, input) => send(started.cms, command, input))
  }
  finally {
    await started.stop()
  }
}

/**
 * @param {string} dataDir
 * @returns {Promise<RunningCms | null>}
 */
async function findRunningCms(dataDir) {
  const cms = readCmsFile(dataDir)
  if (!cms)
    return null
  // a CMS that was killed leaves its file behind, and its port may be another program's now
  const isAlive = await send(cms, 'ping').then(answer => answer === cms.pid, () => false)
  return isAlive ? cms : null
}

/**
 * @param {string} dataDir
 * @returns {RunningCms | null}
 */
function readCmsFile(dataDir) {
  /** @type {unknown} */
  let content
  try {
    content = JSON.parse(readFileSync(path.join(dataDir, 'cms.json'), 'utf8'))
  }
  catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT')
      return null
    throw error
  }
  if (typeof content !== 'object' || content === null)
    return null
  const { pid, url, token } = /** @type {Record<string, unknown>} */ (content)
  return typeof pid === 'number' && typeof url === 'string' && typeof token === 'string' ? { pid, url, token } : null
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/**
 * @param {string} dataDir
 * @param {Record<string, string | undefined>} environment
 * @returns {Promise<{ cms: RunningCms, stop: () => Promise<void> }>}
 */
async function startCms(dataDir, environment) {
  const child = fork(path.join(import.meta.dirname, 'serve.mjs'), ['--for-command'], {
    cwd: path.resolve(import.meta.dirname, '..'),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...environment,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      // its port is its own; what it writes into the read model holds the addresses of the real one
      CMS_URL: environment.CMS_URL || `http://localhost:${environment.CMS_PORT || 1337}`,
      CMS_PORT: String(await freePort()),
    },
  })
  let errors = ''
  child.stderr?.on('data', (chunk) => {
    errors += chunk
  })
  const isReady = await Promise.race([
    once(child, 'message').then(() => true),
    once(child, 'close').then(() => false),
  ])
  const cms = isReady ? readCmsFile(dataDir) : null
  if (!cms)
    throw new CommandFailed(/^klartext: (.*)$/m.exec(errors)?.[1] ?? `The CMS did not start.\n${errors}`)
  return {
    cms,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null)
        return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** @returns {Promise<number>} a port on the loopback address that was free a moment ago */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string')
    throw new Error('The operating system gave no port.')
  return address.port
}

/**
 * `node:http` and not fetch, which gives up on an answer after five minutes.
 * @param {RunningCms} cms
 * @param {string} command
 * @param {unknown} [input]
 * @returns {Promise<unknown>}
 */
function send(cms, command, input = null) {
  return new Promise((resolve, reject) => {
    const request = http.request(`${cms.url}/_local/${encodeURIComponent(command)}`, {
      method: 'POST',
      headers: { 'authorization': `Bearer ${cms.token}`, 'content-type': 'application/json' },
    }, async (response) => {
      try {
        let text = ''
        for await (const chunk of response.setEncoding('utf8'))
          text += chunk
        const answer = JSON.parse(text)
        if (response.statusCode === 200)
          resolve(answer)
        else
          reject(new CommandFailed(answer.error))
      }
      catch (error) {
        reject(error)
      }
    })
    request.on('error', error => reject(new CommandFailed(`The CMS at ${cms.url} does not answer (${codeOf(error) ?? error.message}).`, { cause: error })))
    request.end(JSON.stringify(input))
  })
}
