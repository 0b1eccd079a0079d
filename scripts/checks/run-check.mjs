import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { tallyOfOne, withExitCode } from './tally.mjs'

/**
 * @typedef {object} CheckResult
 * @property {import('./checks.mjs').Check} check
 * @property {import('./tally.mjs').Tally} tally
 * @property {string} output the end of what it printed
 * @property {string} [logFile] all of it; none when the check could not run
 */

/**
 * Runs one check to its end and counts.
 *
 * @param {import('./checks.mjs').Check} check
 * @param {object} options
 * @param {string} options.root the repository's folder
 * @param {import('../toolchain/toolchain.mjs').Toolchain} options.toolchain
 * @param {NodeJS.ProcessEnv} options.env what the check gets beside the toolchain's environment
 * @returns {Promise<CheckResult>}
 */
export async function runCheck(check, { root, toolchain, env }) {
  const logFile = join(root, '.tooling', 'logs', `test-${check.id}.log`)
  await mkdir(dirname(logFile), { recursive: true })
  const { report } = check
  if (report !== undefined) {
    await mkdir(dirname(report.file), { recursive: true })
    // A report of the last time must not be counted again when this run ends before writing its own.
    await rm(report.file, { force: true })
  }

  const { code, output } = await toolchain.pnpm(check.command, {
    logFile,
    env: { ...env, ...(report === undefined ? {} : { PLAYWRIGHT_JSON_OUTPUT_FILE: report.file }) },
  })
  const tally = report === undefined
    ? tallyOfOne(check.label, code)
    : withExitCode(report.read(await readReport(report.file)), check.label, code)
  return { check, tally, output, logFile }
}

/** @param {string} file */
async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  }
  catch (error) {
    // A run that ended before it wrote its report is counted by its exit code.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      return undefined
    throw error
  }
}
