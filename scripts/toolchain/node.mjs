import { dirname, join } from 'node:path'
import { runCommand } from '../process/run-command.mjs'
import { PlainError } from '../report/plain-error.mjs'
import { fetchTool } from './fetch-tool.mjs'
import { NODE_MAJOR, NODE_VERSION } from './versions.mjs'

// The registry's packages that hold nothing but the Node binary: unlike the package `node` they need no install script,
// which newer npm versions refuse to run.
const BINARY_PACKAGES = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

/**
 * Finds the Node that servers and builds run on: the running one when its major fits, else one fetched into `.tooling`.
 *
 * @param {object} request
 * @param {string} request.root the repository's folder
 * @param {import('../report/steps.mjs').StepReport} request.report
 * @param {AbortSignal} [request.signal]
 * @param {{ version: string, execPath: string, platform: string, arch: string }} [request.running] this process, unless a test says another
 * @returns {Promise<string>} the path of the `node` binary
 * @throws {PlainError} when there is no Node for this machine
 */
export async function findNode({ root, report, signal, running = currentProcess() }) {
  if (Number.parseInt(running.version, 10) === NODE_MAJOR)
    return running.execPath

  const machine = `${running.platform}-${running.arch}`
  if (!BINARY_PACKAGES.includes(machine))
    throw new PlainError(`Klartext runs on Node ${NODE_MAJOR}, and there is none to fetch for ${machine}. Install Node ${NODE_MAJOR} and try again.`)

  const binary = join(await fetchTool({ root, package: `node-${machine}`, version: NODE_VERSION, report, signal }), 'bin', 'node')
  await requireWorking(binary, signal)
  return binary
}

/**
 * @param {string} binary
 * @param {AbortSignal | undefined} signal
 */
async function requireWorking(binary, signal) {
  const { code } = await runCommand(binary, ['--version'], { cwd: dirname(binary), signal }).catch(() => ({ code: 1 }))
  if (code !== 0)
    throw new PlainError(`The Node ${NODE_VERSION} that was fetched does not run on this machine (Alpine and other systems with musl need their own). Install Node ${NODE_MAJOR} from your system's packages and try again.`)
}

function currentProcess() {
  return { version: process.versions.node, execPath: process.execPath, platform: process.platform, arch: process.arch }
}
