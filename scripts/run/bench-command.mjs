import { join } from 'node:path'
import process from 'node:process'
import { runInForeground } from '../process/foreground.mjs'
import { listenForStop } from '../process/stop-request.mjs'
import { createStepReport } from '../report/steps.mjs'
import { root } from '../repository.mjs'
import { findBenchTools } from '../toolchain/bench-tools.mjs'
import { prepare } from '../workspace/prepare.mjs'

/** Benches that call functions and start no server. */
const WITHOUT_SERVERS = ['classifier']

/**
 * `npm run bench -- NAME…`: measures what the documentation states in figures; without a name, all of it.
 *
 * @param {string[]} args names of benches, `--engine sqlite|postgres`, `--sizes 1000,10000`
 * @returns {Promise<number>} the exit code
 */
export async function main(args) {
  const report = createStepReport(process.stderr)
  const stop = listenForStop(() => process.exit(1))
  const needsServers = args.length === 0 || !args.every(name => WITHOUT_SERVERS.includes(name))
  const toolchain = await prepare({
    root,
    env: process.env,
    report,
    signal: stop.signal,
    wanted: ({ folder }) => folder.startsWith('packages/') || (needsServers && ['cms', 'web'].includes(folder)),
  })
  const tools = needsServers ? await findBenchTools({ env: toolchain.env, report, signal: stop.signal }) : {}
  stop.dispose()
  return runInForeground(toolchain.node, [join(root, 'bench/src/run.mjs'), ...args], { cwd: root, env: { ...toolchain.env, ...tools } })
}
