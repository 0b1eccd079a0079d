import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PlainError } from '../report/plain-error.mjs'
import { networkFailure } from '../toolchain/network-failure.mjs'
import { contentHash } from './content-hash.mjs'
import { readMembers } from './members.mjs'
import { createStamps } from './stamps.mjs'

/**
 * Installs the workspace's packages from the lockfile, when lockfile or manifests changed since the last time.
 *
 * @param {object} request
 * @param {string} request.root the repository's folder
 * @param {import('../toolchain/toolchain.mjs').Toolchain} request.toolchain
 * @param {import('../report/steps.mjs').StepReport} request.report
 * @param {string[]} request.facts what else the result depends on, such as the Node version
 * @returns {Promise<void>}
 * @throws {PlainError} when the packages cannot be fetched or the lockfile does not fit the manifests
 */
export async function installChanged({ root, toolchain, report, facts }) {
  const stamps = createStamps(root)
  const members = await readMembers(root)
  const manifests = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', '.npmrc', ...members.map(member => `${member.folder}/package.json`)]
  const digest = await contentHash(root, manifests.map(path => join(root, path)), facts)
  const isInstalled = ['.', ...members.map(member => member.folder)].every(folder => existsSync(join(root, folder, 'node_modules')))
  if (isInstalled && await stamps.read('install') === digest)
    return

  await report.step('Installing packages from the lockfile', async () => {
    await stamps.clear('install')
    await mkdir(join(root, '.tooling', 'logs'), { recursive: true })
    const logFile = join(root, '.tooling', 'logs', 'install.log')
    const { code, output } = await toolchain.pnpm(['install', '--frozen-lockfile', '--reporter=append-only'], { logFile })
    if (code !== 0)
      throw failure(output, logFile)
    await stamps.write('install', digest)
  })
}

/**
 * @param {string} output
 * @param {string} logFile
 */
function failure(output, logFile) {
  if (output.includes('ERR_PNPM_OUTDATED_LOCKFILE'))
    return new PlainError('pnpm-lock.yaml does not fit the package.json files. Run `pnpm install` and commit the lockfile.')
  return networkFailure(output)
    ?? new PlainError(`The packages could not be installed. The end of what pnpm said (all of it is in ${logFile}):\n\n${output.trimEnd().split('\n').slice(-20).join('\n')}`)
}
