import { openToolchain } from '../toolchain/toolchain.mjs'
import { NODE_VERSION } from '../toolchain/versions.mjs'
import { buildChanged } from './build.mjs'
import { installChanged } from './install.mjs'
import { withPrepareLock } from './prepare-lock.mjs'

/**
 * Gets a checkout ready to run: the right Node and pnpm, the packages of the lockfile, and builds of what changed.
 *
 * @param {object} request
 * @param {string} request.root the repository's folder
 * @param {NodeJS.ProcessEnv} request.env the environment to start from
 * @param {import('../report/steps.mjs').StepReport} request.report
 * @param {AbortSignal} [request.signal] ends what is running
 * @param {(member: import('./members.mjs').Member) => boolean} [request.wanted] which members to build, default all
 * @returns {Promise<import('../toolchain/toolchain.mjs').Toolchain>}
 * @throws {import('../report/plain-error.mjs').PlainError} when something is missing, cannot be fetched or cannot be built
 */
export async function prepare({ root, env, report, signal, wanted }) {
  return withPrepareLock({ root, report, signal }, async () => {
    const toolchain = await openToolchain({ root, env, report, signal })
    // The admin panel is built for the folder part of the CMS's address.
    const facts = [`node ${NODE_VERSION}`, `${process.platform}-${process.arch}`]
    await installChanged({ root, toolchain, report, facts })
    await buildChanged({ root, toolchain, report, facts: [...facts, `admin ${adminFolder(env)}`], wanted })
    return toolchain
  })
}

/** @param {NodeJS.ProcessEnv} env */
function adminFolder(env) {
  return new URL(env.CMS_URL || 'http://localhost').pathname
}
