import { join } from 'node:path'
import process from 'node:process'
import { runInForeground } from '../process/foreground.mjs'
import { listenForStop } from '../process/stop-request.mjs'
import { createStepReport } from '../report/steps.mjs'
import { root } from '../repository.mjs'
import { prepare } from '../workspace/prepare.mjs'

/**
 * `npm run bench -- NAME…`: measures what the documentation states in figures; without a name, all of it.
 *
 * @param {string[]} args names of benches
 * @returns {Promise<number>} the exit code
 */
export async function main(args) {
  const stop = listenForStop(() => process.exit(1))
  const toolchain = await prepare({
    root,
    env: process.env,
    report: createStepReport(process.stderr),
    signal: stop.signal,
    wanted: ({ folder }) => folder.startsWith('packages/'),
  })
  stop.dispose()
  return runInForeground(toolchain.node, [join(root, 'bench/src/run.mjs'), ...args], { cwd: root, env: toolchain.env })
}
