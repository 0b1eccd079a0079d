import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { freePort } from './free-port'
import { testAdmin, testSecrets } from './secrets'

export interface BootedCms {
  /** `http://127.0.0.1:<port>`, also what the CMS believes its public address to be. */
  url: string
  port: number
  dataDir: string
  process: ChildProcess
  /** What the server wrote to its standard output and error so far. */
  output: () => string
  /** Runs the named function of test/harness/remote inside the CMS process; arguments and result must be JSON. */
  run: (name: string, argument?: unknown) => Promise<unknown>
  stop: (signal?: NodeJS.Signals) => Promise<void>
}

export interface BootOptions {
  dataDir: string
  databaseUrl?: string | undefined
  environment?: Record<string, string>
  /** A free one unless stated. */
  port?: number
}

type Answer = { ready: true } | { id: number, value?: unknown, error?: { name: string, message: string, details?: unknown } }

/** An error thrown inside the CMS process, with what Strapi put into it. */
export class RemoteError extends Error {
  constructor(readonly remoteName: string, message: string, readonly details: unknown) {
    super(message)
    this.name = 'RemoteError'
  }
}

const cmsDir = path.resolve(__dirname, '..', '..')

/** The environment that a CMS of the tests runs in: all of it, nothing comes from the shell. */
export function cmsEnvironment({ dataDir, databaseUrl, environment }: BootOptions, port: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    HOST: '127.0.0.1',
    CMS_PORT: String(port),
    CMS_URL: `http://127.0.0.1:${port}`,
    SITE_URL: 'https://sjovik.example',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? '',
    ADMIN_EMAIL: testAdmin.email,
    ADMIN_PASSWORD: testAdmin.password,
    ...testSecrets,
    ...environment,
  }
}

/**
 * Boots the compiled CMS (`cms/dist`) in a child process of its own, because `strapi.destroy()` removes every
 * listener of the process it runs in.
 * @throws Error with the server's output when it ends before it is ready.
 */
export async function bootCms(options: BootOptions): Promise<BootedCms> {
  await mkdir(options.dataDir, { recursive: true })
  const port = options.port ?? await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = fork(path.join(cmsDir, 'test/harness/child.cjs'), [], {
    cwd: cmsDir,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: cmsEnvironment(options, port),
  })
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => { text += chunk.toString() })
  child.stderr?.on('data', (chunk: Buffer) => { text += chunk.toString() })

  const waiting = new Map<number, { resolve: (value: unknown) => void, reject: (error: Error) => void }>()
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (answer: Answer) => {
      if ('ready' in answer)
        return resolve()
      const call = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.error)
        call?.reject(new RemoteError(answer.error.name, answer.error.message, answer.error.details))
      else
        call?.resolve(answer.value)
    })
    child.once('exit', (code) => {
      const error = new Error(`The CMS ended with code ${code}.\n${text}`)
      reject(error)
      for (const call of waiting.values())
        call.reject(error)
    })
  })
  await ready

  let lastCall = 0
  return {
    url,
    port,
    dataDir: options.dataDir,
    process: child,
    output: () => text,
    run: (name, argument) => new Promise((resolve, reject) => {
      const id = ++lastCall
      waiting.set(id, { resolve, reject })
      child.send({ id, name, argument: argument ?? null })
    }),
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null)
        return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
  }
}
