import { delimiter, dirname, join } from 'node:path'
import { runCommand } from '../process/run-command.mjs'
import { findNode } from './node.mjs'
import { findPnpm } from './pnpm.mjs'

/**
 * @typedef {object} Toolchain
 * @property {string} node the path of the Node that servers and builds run on
 * @property {NodeJS.ProcessEnv} env the environment with that Node first in the path, and nothing that phones home
 * @property {(args: string[], options?: { logFile?: string, env?: NodeJS.ProcessEnv }) => Promise<{ code: number, output: string }>} pnpm runs pnpm in the repository
 */

const QUIET = {
  STRAPI_TELEMETRY_DISABLED: 'true',
  NUXT_TELEMETRY_DISABLED: '1',
  npm_config_update_notifier: 'false',
}

/**
 * Brings together what installs, builds and runs Klartext. pnpm is fetched only when it is called the first time.
 *
 * @param {object} request
 * @param {string} request.root the repository's folder
 * @param {NodeJS.ProcessEnv} request.env the environment to start from
 * @param {import('../report/steps.mjs').StepReport} request.report
 * @param {AbortSignal} [request.signal] ends what is running
 * @returns {Promise<Toolchain>}
 * @throws {import('../report/plain-error.mjs').PlainError} when a tool is missing and cannot be fetched
 */
export async function openToolchain({ root, env: given, report, signal }) {
  const node = await findNode({ root, report, signal })
  const env = {
    ...given,
    ...QUIET,
    PATH: [dirname(node), given.PATH ?? ''].join(delimiter),
  }
  return {
    node,
    env,
    async pnpm(args, { logFile, env: extra } = {}) {
      const script = await findPnpm({ root, report, signal })
      // Package scripts that call pnpm find the same one.
      const path = [dirname(node), join(script, '..', '..', '..', '.bin'), given.PATH ?? ''].join(delimiter)
      return runCommand(node, [script, ...args], { cwd: root, env: { ...env, ...extra, PATH: path }, signal, logFile })
    },
  }
}
