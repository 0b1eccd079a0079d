import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { waitUntilHealthy } from '../../../scripts/run/health.mjs'

const EXIT_WITH_PARENT = fileURLToPath(new URL('../../../scripts/run/exit-with-parent.mjs', import.meta.url))
const KEPT_OUTPUT = 20_000
const GRACE_MS = 10_000

/**
 * A server that runs, as a process of its own.
 *
 * @typedef {object} RunningServer
 * @property {string} name
 * @property {number} pid
 * @property {number} readyMs from its start to its first good answer at its health address
 * @property {() => boolean} isRunning
 * @property {() => string} output the end of what it printed
 * @property {(signal?: NodeJS.Signals) => Promise<void>} stop ends it and waits for its end, with SIGTERM unless another signal is given
 */

/**
 * Starts a server as `npm start` would, but without a supervisor: what dies stays dead.
 *
 * @param {import('../../../scripts/run/managed-server.mjs').ServerPlan} plan
 * @param {number} [patienceMs] how long it may take
 * @returns {Promise<RunningServer>} once its health address answers
 * @throws {Error} with what it printed, when it ends first or takes too long
 */
export async function startServer(plan, patienceMs = 120_000) {
  const startedAt = performance.now()
  const child = spawn(plan.node, ['--import', EXIT_WITH_PARENT, ...plan.args], { cwd: plan.cwd, env: plan.env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT)
    })
  }
  const ended = once(child, 'exit')
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  /** @type {RunningServer['stop']} */
  const stop = async (signal = 'SIGTERM') => {
    if (isOver())
      return
    child.kill(signal)
    const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
    await ended
    clearTimeout(force)
  }
  const over = new AbortController()
  const patience = AbortSignal.any([over.signal, AbortSignal.timeout(patienceMs)])
  ended.then(() => over.abort(new Error(`${plan.name} ended (${child.signalCode ?? child.exitCode}).`)), error => over.abort(error))
  try {
    await waitUntilHealthy(plan.healthUrl, patience)
  }
  catch (error) {
    await stop('SIGKILL')
    throw new Error(`${plan.name} did not come up. It printed:\n${output}`, { cause: patience.reason ?? error })
  }
  return { name: plan.name, pid: child.pid ?? 0, readyMs: performance.now() - startedAt, isRunning: () => !isOver(), output: () => output, stop }
}
