import { join } from 'node:path'
import process from 'node:process'
import { listenForStop } from '../process/stop-request.mjs'
import { PlainError } from '../report/plain-error.mjs'
import { createStepReport } from '../report/steps.mjs'
import { root } from '../repository.mjs'
import { withEnvFile } from '../run/env-file.mjs'
import { prepare } from './prepare.mjs'

/**
 * `npm run build`: builds what changed, as `npm start` does, and starts nothing. It needs no secret and touches no data folder.
 *
 * @param {string[]} args none are understood
 * @returns {Promise<number>} the exit code
 */
export async function main(args) {
  if (args.length > 0)
    throw new PlainError(`npm run build takes no arguments (it got "${args.join(' ')}").`)

  const report = createStepReport(process.stdout)
  const stop = listenForStop(() => process.exit(1))
  try {
    await prepare({ root, env: withEnvFile(join(root, '.env'), process.env), report, signal: stop.signal })
  }
  finally {
    stop.dispose()
  }
  report.line('Everything is built.')
  return 0
}
