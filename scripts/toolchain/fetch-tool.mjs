import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../process/run-command.mjs'
import { PlainError } from '../report/plain-error.mjs'
import { networkFailure } from './network-failure.mjs'

/**
 * Fetches one package from the npm registry into a folder of its own under `.tooling`, unless it is there already.
 * A fetch that is interrupted leaves nothing that a later start could mistake for the tool.
 *
 * @param {object} tool
 * @param {string} tool.root the repository's folder
 * @param {string} tool.package the package's name on the registry
 * @param {string} tool.version the exact version
 * @param {import('../report/steps.mjs').StepReport} tool.report
 * @param {AbortSignal} [tool.signal] stops the fetch
 * @param {string} [tool.npm] the npm to call
 * @returns {Promise<string>} the package's folder
 * @throws {PlainError} when npm is missing or the registry cannot be reached
 */
export async function fetchTool({ root, package: name, version, report, signal, npm = 'npm' }) {
  const home = join(root, '.tooling', `${name}-${version}`)
  const packageFolder = join(home, 'node_modules', name)
  if (existsSync(packageFolder))
    return packageFolder

  await report.step(`Fetching ${name} ${version}`, async () => {
    const unfinished = `${home}.${process.pid}.unfinished`
    await mkdir(unfinished, { recursive: true })
    try {
      await install({ name, version, into: unfinished, npm, signal })
      await rm(home, { recursive: true, force: true })
      await rename(unfinished, home)
    }
    finally {
      await rm(unfinished, { recursive: true, force: true })
    }
  })
  return packageFolder
}

/** @param {{ name: string, version: string, into: string, npm: string, signal: AbortSignal | undefined }} request */
async function install({ name, version, into, npm, signal }) {
  const { code, output } = await runCommand(npm, [
    'install',
    '--prefix',
    into,
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--ignore-scripts',
    `${name}@${version}`,
  ], { cwd: into, signal }).catch((error) => {
    if (error.code === 'ENOENT')
      throw new PlainError('npm is missing. It comes with Node: install Node 20 or newer with npm, and try again.', { cause: error })
    throw error
  })
  if (code !== 0)
    throw networkFailure(output) ?? new PlainError(`npm could not install ${name}@${version}:\n${output.trim()}`)
}
