import { join } from 'node:path'
import { listenForStop } from '../process/stop-request.mjs'
import { PlainError } from '../report/plain-error.mjs'
import { createStepReport } from '../report/steps.mjs'
import { root } from '../repository.mjs'
import { withEnvFile } from '../run/env-file.mjs'
import { findBrowser } from '../toolchain/browser.mjs'
import { prepare } from '../workspace/prepare.mjs'
import { everydayChecks } from './checks.mjs'
import { chooseChecks } from './choose.mjs'
import { describeFailure } from './describe-failure.mjs'
import { runCheck } from './run-check.mjs'
import { sum, tallyOfOne } from './tally.mjs'

/**
 * `npm test`: everything that belongs to a change. It goes on after a failure and ends with `N passed, N failed`.
 *
 * @param {string[]} args `--only` and a list of checks, or nothing
 * @returns {Promise<number>} the exit code
 */
export function main(args) {
  return runChecks(chooseChecks(everydayChecks(root), args))
}

/**
 * Runs checks one after the other and sums them.
 *
 * @param {import('./checks.mjs').Check[]} checks
 * @returns {Promise<number>} the exit code
 */
export async function runChecks(checks) {
  const report = createStepReport(process.stdout)
  const env = withEnvFile(join(root, '.env'), process.env)
  const stop = listenForStop(() => process.exit(1))

  /** @type {import('./run-check.mjs').CheckResult[]} */
  const results = []
  for (const check of checks) {
    const result = await prepareAndRun(check, { env, report, signal: stop.signal })
    const { passed, failed, skipped } = result.tally
    report.line(`    ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
    results.push(result)
  }

  stop.dispose()
  for (const result of results.filter(({ tally }) => tally.failed > 0))
    report.line(describeFailure(result))
  const total = sum(results.map(({ tally }) => tally))
  report.line(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
}

/**
 * A check that cannot run (its build is broken, its browser missing) has failed; the others go on.
 *
 * @param {import('./checks.mjs').Check} check
 * @param {{ env: NodeJS.ProcessEnv, report: import('../report/steps.mjs').StepReport, signal: AbortSignal }} options
 * @returns {Promise<import('./run-check.mjs').CheckResult>}
 */
async function prepareAndRun(check, { env, report, signal }) {
  try {
    const toolchain = await prepare({
      root,
      env,
      report,
      signal,
      wanted: ({ folder }) => check.builds.includes(folder.startsWith('packages/') ? 'packages' : folder),
    })
    const browserEnv = check.needsBrowser ? await findBrowser({ env, report, signal }) : {}
    return await report.step(check.label, () => runCheck(check, { root, toolchain, env: browserEnv }))
  }
  catch (error) {
    if (!(error instanceof PlainError))
      throw error
    return { check, tally: tallyOfOne(check.label, 1), output: error.message }
  }
}
