import { join } from 'node:path'
import { listenForStop } from '../process/stop-request.mjs'
import { PlainError } from '../report/plain-error.mjs'
import { createStepReport } from '../report/steps.mjs'
import { root } from '../repository.mjs'
import { prepare } from '../workspace/prepare.mjs'
import { openDataDir, requireUnusedDataDir } from './data-dir.mjs'
import { withEnvFile } from './env-file.mjs'
import { requireFreePort } from './port.mjs'
import { runServers } from './run-servers.mjs'
import { chooseSecrets } from './secrets.mjs'
import { readSettings } from './settings.mjs'

/**
 * `npm start`: gets everything ready, runs CMS and web until it is asked to stop.
 *
 * @param {string[]} args none are understood
 * @returns {Promise<number>} the exit code
 */
export async function main(args) {
  if (args.length > 0)
    throw new PlainError(`npm start takes no arguments (it got "${args.join(' ')}"). Its settings are environment variables; .env.example lists them.`)

  const report = createStepReport(process.stdout)
  let insist = () => process.exit(1)
  const stop = listenForStop(() => insist())
  try {
    const env = withEnvFile(join(root, '.env'), process.env)
    const settings = readSettings(env, root)
    await openDataDir(settings.dataDir)
    await requireUnusedDataDir(settings.dataDir)
    await requireFreePort('CMS_PORT', settings.cmsPort, settings.host)
    await requireFreePort('WEB_PORT', settings.webPort, settings.host)

    const toolchain = await prepare({ root, env, report, signal: stop.signal })
    const secrets = await chooseSecrets(env, settings.dataDir)
    await runServers({
      request: { root, toolchain, settings, secrets },
      report,
      stop,
      onInsist: (act) => {
        insist = () => {
          act()
          process.exit(1)
        }
      },
    })
  }
  catch (error) {
    // What was under way when the person asked to stop fails in its own words; they know why.
    if (!stop.signal.aborted)
      throw error
  }
  finally {
    stop.dispose()
  }
  report.line('Klartext has stopped.')
  return 0
}
