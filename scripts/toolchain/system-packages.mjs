import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runCommand } from '../process/run-command.mjs'
import { PlainError } from '../report/plain-error.mjs'

/**
 * The first program of these names in the path.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} names
 * @returns {string | undefined} its file
 */
export function findInPath(env, names) {
  const folders = (env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(file => existsSync(file))
}

/**
 * Whether packages of the system can be installed: on a Debian-like machine, by the user who may.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} [mayInstall]
 */
export function canInstall(env, mayInstall = process.getuid?.() === 0) {
  return mayInstall && findInPath(env, ['apt-get']) !== undefined
}

/**
 * Installs packages of the system.
 *
 * @param {object} request
 * @param {string[]} request.packages
 * @param {NodeJS.ProcessEnv} request.env
 * @param {AbortSignal | undefined} request.signal ends the installation
 * @throws {PlainError} with the end of what apt-get said
 */
export async function installPackages({ packages, env, signal }) {
  const options = { cwd: '/', signal, env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { code, output } = await runCommand('apt-get', args, options)
    if (code !== 0)
      throw new PlainError(`apt-get ${args[0]} failed:\n${output.trimEnd().split('\n').slice(-10).join('\n')}`)
  }
}
