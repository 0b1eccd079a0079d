import { join } from 'node:path'
import { fetchTool } from './fetch-tool.mjs'
import { pnpmVersion } from './versions.mjs'

/**
 * Finds the pnpm that the workspace pins; it is fetched into `.tooling` the first time.
 *
 * @param {object} request
 * @param {string} request.root the repository's folder
 * @param {import('../report/steps.mjs').StepReport} request.report
 * @param {AbortSignal} [request.signal]
 * @returns {Promise<string>} the path of pnpm's script, to be run by Node
 * @throws {import('../report/plain-error.mjs').PlainError} when npm is missing or the registry cannot be reached
 */
export async function findPnpm({ root, report, signal }) {
  return join(await fetchTool({ root, package: 'pnpm', version: pnpmVersion(root), report, signal }), 'bin', 'pnpm.cjs')
}
