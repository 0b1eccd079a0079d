import { existsSync } from 'node:fs'
import { chmod, rm, writeFile } from 'node:fs/promises'
import { runCommand } from '../process/run-command.mjs'
import { PlainError } from '../report/plain-error.mjs'
import { canInstall, findInPath, installPackages } from './system-packages.mjs'

/** Without the module nginx cannot send files that were compressed with brotli beforehand. */
const TOOLS = [
  { name: 'wrk', packages: ['wrk'], variable: 'WRK_PATH' },
  { name: 'nginx', packages: ['nginx', 'libnginx-mod-http-brotli-static'], variable: 'NGINX_PATH' },
]
/** Debian asks it before it starts what it has installed (101: no). */
const POLICY = '/usr/sbin/policy-rc.d'

/**
 * Finds what the benches drive beside our own servers: wrk for the load, and nginx as a limit to be compared with. On a
 * Debian-like machine they are installed from its own packages when this is the user who may; nginx is not started with it.
 *
 * @param {object} request
 * @param {NodeJS.ProcessEnv} request.env
 * @param {import('../report/steps.mjs').StepReport} request.report
 * @param {AbortSignal} [request.signal] ends the installation
 * @param {boolean} [request.mayInstall] whether this user may install system packages
 * @param {string} [request.policy] the file that keeps services from starting
 * @returns {Promise<Record<string, string>>} environment for the benches: where each program is
 * @throws {PlainError} saying what is missing and how to get it
 */
export async function findBenchTools({ env, report, signal, mayInstall, policy = POLICY }) {
  const missing = TOOLS.filter(({ name }) => find(env, name) === undefined)
  const packages = missing.flatMap(tool => tool.packages)
  if (packages.length > 0 && canInstall(env, mayInstall))
    await report.step(`Installing ${packages.join(', ')}`, () => withoutServices(policy, env, () => installPackages({ packages, env, signal })))
  const stillMissing = TOOLS.filter(({ name }) => find(env, name) === undefined)
  if (stillMissing.length > 0)
    throw new PlainError(`The benches need ${stillMissing.map(({ name }) => name).join(' and ')}. Install it (on Debian and Ubuntu: apt-get install ${stillMissing.flatMap(tool => tool.packages).join(' ')}); npm run bench -- classifier runs without.`)
  return Object.fromEntries(TOOLS.map(({ name, variable }) => [variable, find(env, name) ?? name]))
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 */
function find(env, name) {
  // Debian keeps servers out of the path of those who are not root.
  return findInPath({ PATH: `${env.PATH ?? ''}${env.PATH === undefined ? '' : ':'}/usr/sbin` }, [name])
}

/**
 * @param {string} policy
 * @param {NodeJS.ProcessEnv} env
 * @param {() => Promise<void>} install
 */
async function withoutServices(policy, env, install) {
  // A rule of the machine's own stays as it is.
  const isOurs = !existsSync(policy)
  if (isOurs) {
    await writeFile(policy, '#!/bin/sh\nexit 101\n')
    await chmod(policy, 0o755)
  }
  try {
    await install()
  }
  finally {
    if (isOurs)
      await rm(policy, { force: true })
  }
  // Nor does it start with the machine; the bench runs it with a configuration of its own.
  if (findInPath(env, ['update-rc.d']) !== undefined)
    await runCommand('update-rc.d', ['nginx', 'disable'], { cwd: '/', env })
}
