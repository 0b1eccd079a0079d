import { existsSync } from 'node:fs'
import { PlainError } from '../report/plain-error.mjs'
import { canInstall, findInPath, installPackages } from './system-packages.mjs'

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome']
const PACKAGES = ['chromium', 'default-jre-headless']

/**
 * Finds what the tests of whole pages need: Chromium to read them, and Java for the HTML checker. On a Debian-like machine
 * they are installed from its own packages when this is the user who may.
 *
 * @param {object} request
 * @param {NodeJS.ProcessEnv} request.env
 * @param {import('../report/steps.mjs').StepReport} request.report
 * @param {AbortSignal} [request.signal] ends the installation
 * @param {boolean} [request.mayInstall] whether this user may install system packages
 * @returns {Promise<{ CHROMIUM_PATH: string, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: string }>} environment for the tests
 * @throws {PlainError} saying what is missing and how to get it
 */
export async function findBrowser({ env, report, signal, mayInstall }) {
  let { chromium, missing } = look(env)
  if (missing.length > 0 && canInstall(env, mayInstall)) {
    await report.step(`Installing ${PACKAGES.join(' and ')}`, () => installPackages({ packages: PACKAGES, env, signal }));
    ({ chromium, missing } = look(env))
  }
  if (chromium === undefined || missing.length > 0)
    throw new PlainError(`The tests need ${missing.join(' and ')}. Install it (on Debian and Ubuntu: apt-get install ${PACKAGES.join(' ')}), or set CHROMIUM_PATH to a Chromium; npm test -- --only lint,types,knip runs without.`)
  return { CHROMIUM_PATH: chromium, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
}

/** @param {NodeJS.ProcessEnv} env */
function look(env) {
  const chromium = env.CHROMIUM_PATH || findInPath(env, CHROMIUM_NAMES)
  const java = findInPath(env, ['java'])
  const missing = [
    ...(chromium !== undefined && existsSync(chromium) ? [] : [env.CHROMIUM_PATH ? `the Chromium that CHROMIUM_PATH names (${env.CHROMIUM_PATH})` : 'Chromium']),
    ...(java === undefined ? ['a Java runtime'] : []),
  ]
  return { chromium, missing }
}
