import { join } from 'node:path'
import { runInForeground } from '../process/foreground.mjs'
import { listenForStop } from '../process/stop-request.mjs'
import { createStepReport } from '../report/steps.mjs'
import { root } from '../repository.mjs'
import { prepare } from '../workspace/prepare.mjs'
import { openDataDir } from './data-dir.mjs'
import { withEnvFile } from './env-file.mjs'
import { chooseSecrets } from './secrets.mjs'
import { cmsEnv } from './server-plans.mjs'
import { readSettings } from './settings.mjs'

/**
 * Runs a script of the CMS with the settings, secrets and Node that `npm start` would give the CMS.
 *
 * @param {string} script path in the repository
 * @param {string[]} args
 * @returns {Promise<number>} the script's exit code
 */
export async function passOn(script, args) {
  const env = withEnvFile(join(root, '.env'), process.env)
  const settings = readSettings(env, root)
  await openDataDir(settings.dataDir)
  // Progress goes to the error output: the standard output belongs to the command.
  const stop = listenForStop(() => process.exit(1))
  const toolchain = await prepare({
    root,
    env,
    report: createStepReport(process.stderr),
    signal: stop.signal,
    wanted: member => member.name !== '@klartext/web',
  })
  stop.dispose()
  const secrets = await chooseSecrets(env, settings.dataDir)
  return runInForeground(toolchain.node, [join(root, script), ...args], {
    // npm moves to the repository; file names are meant from where the person stands.
    cwd: env.INIT_CWD || process.cwd(),
    env: cmsEnv({ root, toolchain, settings, secrets }),
  })
}
