import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { signalGroup } from '../process/signal-group.mjs'
import { waitUntilHealthy } from './health.mjs'

const EXIT_WITH_PARENT = fileURLToPath(new URL('exit-with-parent.mjs', import.meta.url))

/**
 * @typedef {object} ServerPlan
 * @property {string} name as it is called in messages
 * @property {string} node the Node to run it with
 * @property {string[]} args the script and its arguments
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env its whole environment
 * @property {string} healthUrl answers with a success when the server is ready
 */

/**
 * @typedef {object} ManagedServer
 * @property {() => Promise<void>} start resolves when the server is ready the first time; rejects with `ServerDiedError` when it ends before
 * @property {() => Promise<void>} stop asks the server to end, and ends it by force after the grace time
 * @property {() => void} kill ends it at once
 */

/** A server ended before it was ready the first time. */
export class ServerDiedError extends Error {
  /**
   * @param {string} server
   * @param {string} how
   */
  constructor(server, how) {
    super(`${server} ended before it was ready (${how})`)
    this.name = 'ServerDiedError'
    this.server = server
  }
}

/**
 * Runs one server and starts it again, with growing pauses, each time it dies after its first good start.
 *
 * @param {ServerPlan} plan
 * @param {object} options
 * @param {import('./server-log.mjs').ServerLog} options.log
 * @param {(text: string) => void} options.onEvent hears in one sentence of each death and each recovery
 * @param {number} [options.firstPauseMs] the pause before the first restart; it doubles up to 30 seconds
 * @param {number} [options.steadyMs] a server that ran this long begins again with the first pause
 * @param {number} [options.readyMs] how long the first start may take
 * @param {number} [options.graceMs] how long `stop` waits
 * @returns {ManagedServer}
 */
export function createManagedServer(plan, { log, onEvent, firstPauseMs = 500, steadyMs = 60_000, readyMs = 180_000, graceMs = 8000 }) {
  const stopping = new AbortController()
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child
  /** @type {Promise<unknown>} */
  let ended = Promise.resolve()
  /** @type {Promise<void>} */
  let supervision = Promise.resolve()

  /** @returns {{ ready: Promise<void>, end: Promise<string> }} */
  function launch() {
    // A process group of its own: Ctrl-C in the terminal reaches the supervisor alone, which then stops the servers in order.
    const launched = spawn(plan.node, ['--import', EXIT_WITH_PARENT, ...plan.args], {
      cwd: plan.cwd,
      env: plan.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    child = launched
    const { stdout, stderr } = launched
    if (stdout !== null && stderr !== null)
      log.follow({ stdout, stderr })

    const over = new AbortController()
    /** @type {Promise<string>} */
    const end = new Promise((resolve) => {
      launched.once('error', error => resolve(error.message))
      launched.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`))
    })
    ended = end.then(() => over.abort())
    return { ready: waitUntilHealthy(plan.healthUrl, over.signal), end }
  }

  /** @param {Promise<string>} firstEnd */
  async function supervise(firstEnd) {
    let end = firstEnd
    let startedAt = performance.now()
    let pause = firstPauseMs
    for (;;) {
      const how = await end
      if (stopping.signal.aborted)
        return
      pause = performance.now() - startedAt > steadyMs ? firstPauseMs : pause
      onEvent(`${plan.name} stopped (${how}); starting it again in ${(pause / 1000).toFixed(1)} s`)
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted)
        return
      pause = Math.min(pause * 2, 30_000)
      startedAt = performance.now()
      const next = launch()
      next.ready.then(() => onEvent(`${plan.name} answers again`), () => undefined)
      end = next.end
    }
  }

  /** @param {NodeJS.Signals} signal */
  function send(signal) {
    if (child !== undefined)
      signalGroup(child, signal)
  }

  return {
    async start() {
      const { ready, end } = launch()
      const patience = new AbortController()
      const how = await Promise.race([
        ready.then(() => undefined, () => end),
        wait(readyMs, `no answer from ${plan.healthUrl} within ${readyMs / 1000} s`, { signal: patience.signal }),
      ])
      patience.abort()
      if (how !== undefined)
        throw new ServerDiedError(plan.name, how)
      supervision = supervise(end)
    },
    async stop() {
      stopping.abort()
      send('SIGTERM')
      const force = setTimeout(() => {
        onEvent(`${plan.name} did not stop by itself and is ended by force`)
        send('SIGKILL')
      }, graceMs)
      await Promise.all([supervision, ended])
      clearTimeout(force)
    },
    kill() {
      stopping.abort()
      send('SIGKILL')
    },
  }
}
