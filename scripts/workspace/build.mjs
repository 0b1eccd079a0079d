import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PlainError } from '../report/plain-error.mjs'
import { SECRET_NAMES } from '../run/secrets.mjs'
import { buildInputsDigest } from './build-inputs.mjs'
import { readMembers } from './members.mjs'
import { createStamps } from './stamps.mjs'

/** What must be there for a build to count as done, beside its stamp. */
const RESULTS = {
  'cms': ['dist/build/index.html', 'dist/src/index.js'],
  'web': ['.output/server/index.mjs'],
  'packages/*': ['dist/index.js'],
}

/**
 * Builds the members whose inputs changed since they were last built, each after the members it needs.
 *
 * @param {object} request
 * @param {string} request.root the repository's folder
 * @param {import('../toolchain/toolchain.mjs').Toolchain} request.toolchain
 * @param {import('../report/steps.mjs').StepReport} request.report
 * @param {string[]} request.facts what else the results depend on, such as the Node version
 * @param {(member: import('./members.mjs').Member) => boolean} [request.wanted] which members to build, default all
 * @returns {Promise<string[]>} the names of the members that were built
 * @throws {PlainError} when a build fails, with the end of its output
 */
export async function buildChanged({ root, toolchain, report, facts, wanted = () => true }) {
  const stamps = createStamps(root)
  /** @type {Map<string, string>} */
  const digests = new Map()
  /** @type {string[]} */
  const built = []

  for (const member of await readMembers(root)) {
    if (!member.isBuilt || !wanted(member))
      continue
    const digest = await buildInputsDigest(root, member, digests, facts)
    digests.set(member.name, digest)
    if (await stamps.read(member.name) === digest && hasResults(root, member.folder))
      continue

    await report.step(`Building ${member.name}`, async () => {
      await stamps.clear(member.name)
      await build(root, member, toolchain)
      await stamps.write(member.name, digest)
    })
    built.push(member.name)
  }
  return built
}

/**
 * @param {string} root
 * @param {string} folder
 */
function hasResults(root, folder) {
  const results = folder === 'cms' || folder === 'web' ? RESULTS[folder] : RESULTS['packages/*']
  return results.every(file => existsSync(join(root, folder, file)))
}

/**
 * @param {string} root
 * @param {import('./members.mjs').Member} member
 * @param {import('../toolchain/toolchain.mjs').Toolchain} toolchain
 */
async function build(root, member, toolchain) {
  const logs = join(root, '.tooling', 'logs')
  await mkdir(logs, { recursive: true })
  const logFile = join(logs, `build-${member.folder.replaceAll('/', '-')}.log`)
  const { code, output } = await toolchain.pnpm(['--filter', member.name, 'run', 'build'], { logFile, env: buildEnv(root) })
  if (code !== 0)
    throw new PlainError(`${member.name} could not be built. The end of what the build said (all of it is in ${logFile}):\n\n${output.trimEnd().split('\n').slice(-30).join('\n')}`)
  if (!hasResults(root, member.folder))
    throw new PlainError(`The build of ${member.name} ended well but left no result. What it said is in ${logFile}.`)
}

/**
 * Strapi reads its whole configuration to build the admin panel. Nothing of it but paths goes into the result, so a build
 * needs no secret of any installation, and touches no data folder.
 *
 * @param {string} root
 */
function buildEnv(root) {
  return {
    ...Object.fromEntries(SECRET_NAMES.map(name => [name, 'for the build alone'])),
    DATA_DIR: join(root, '.tooling', 'build-data'),
  }
}
