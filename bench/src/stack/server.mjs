import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { waitUntilHealthy } from '../../../scripts/run/health.mjs'

const EXIT_WITH_PARENT = fileURLToPath(new URL('../../../scripts/run/exit-with-parent.mjs', import.meta.url))
const KEPT_OUTPUT = 20_000
const GRACE_MS = 10_000
const PATIENCE_MS = 120_000

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
 * @param {string[]} [nodeArgs] options of Node
 * @returns {Promise<RunningServer>} once its health address answers
 * @throws {Error} with what it printed, when it ends first or takes too long
 */
export function startServer({ node, args, ...plan }, nodeArgs = []) {
  return startProgram({ ...plan, program: node, args: ['--import', EXIT_WITH_PARENT, ...nodeArgs, ...args], stdio: 'ipc' })
}

/**
 * Starts any program that answers HTTP, and ends it with this process.
 *
 * @param {object} plan
 * @param {string} plan.name
 * @param {string} plan.program
 * @param {string[]} plan.args
 * @param {string} plan.cwd
 * @param {NodeJS.ProcessEnv} plan.env its whole environment
 * @param {string} plan.healthUrl
 * @param {'ipc'} [plan.stdio] a channel by which it learns that this process is gone
 * @param {string[]} [plan.folders] deleted when it has stopped
 * @returns {Promise<RunningServer>} once its health address answers
 * @throws {Error} with what it printed, when it ends first or takes too long
 */
export async function startProgram({ name, program, args, cwd, env, healthUrl, stdio, folders = [] }) {
  const startedAt = performance.now()
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe', stdio ?? 'ignore'] })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT)
    })
  }
  const over = new AbortController()
  const ended = new Promise((resolve) => {
    child.once('error', error => over.abort(error))
    child.once('close', (code, signal) => resolve(over.abort(new Error(`${name} ended (${signal ?? code}).`))))
  })
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null
  /** @type {RunningServer['stop']} */
  const stop = async (signal = 'SIGTERM') => {
    if (isRunning()) {
      child.kill(signal)
      const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
      await ended
      clearTimeout(force)
    }
    process.off('exit', endWithUs)
    await Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true })))
  }
  const patience = AbortSignal.any([over.signal, AbortSignal.timeout(PATIENCE_MS)])
  try {
    await waitUntilHealthy(healthUrl, patience)
  }
  catch (error) {
    await stop('SIGKILL')
    throw new Error(`${name} did not come up. It printed:\n${output}`, { cause: patience.reason ?? error })
  }
  return { name, pid: child.pid ?? 0, readyMs: performance.now() - startedAt, isRunning, output: () => output, stop }
}
