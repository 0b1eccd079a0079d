import { join } from 'node:path'
import { runCommand } from '../process/run-command.mjs'
import { PlainError } from '../report/plain-error.mjs'
import { chooseFirstAdmin, isFirstStart, noteFirstStart, opensAdmin } from './first-admin.mjs'
import { createManagedServer, ServerDiedError } from './managed-server.mjs'
import { openServerLog } from './server-log.mjs'
import { cmsEnv, cmsPlan, localAddress, webPlan } from './server-plans.mjs'
import { loginLines, summary } from './summary.mjs'

const SENTENCE = 'klartext: '

/** @typedef {Awaited<ReturnType<typeof openServer>>} Server */

/**
 * Starts CMS and web, tells where they are, and keeps them running until it is asked to stop.
 *
 * @param {object} options
 * @param {import('./server-plans.mjs').RunRequest} options.request
 * @param {import('../report/steps.mjs').StepReport} options.report
 * @param {import('../process/stop-request.mjs').StopRequest} options.stop
 * @param {(act: () => void) => void} options.onInsist takes what to do when the person asks to stop a second time
 * @returns {Promise<void>} when both have stopped
 * @throws {PlainError} when a server does not come up, with what it said
 */
export async function runServers({ request, report, stop, onInsist }) {
  const { dataDir } = request.settings
  const firstAdmin = await chooseFirstAdmin(request.settings)
  const servers = [
    await openServer(cmsPlan(request, firstAdmin), dataDir, report),
    await openServer(webPlan(request), dataDir, report),
  ]
  onInsist(() => servers.forEach(server => server.managed.kill()))

  const up = bringUp(servers, request, { report, firstAdmin, signal: stop.signal })
  // Asked to stop half-way, we leave it behind: the servers it waits for are then stopped.
  up.catch(() => undefined)
  try {
    await Promise.race([up, stop.requested])
    await stop.requested
  }
  catch (error) {
    throw explain(error, servers, dataDir)
  }
  finally {
    if (stop.signal.aborted)
      report.line('Stopping …')
    await Promise.all(servers.map(server => server.managed.stop()))
    await Promise.all(servers.map(server => server.log.close()))
  }
}

/**
 * @param {Server[]} servers
 * @param {import('./server-plans.mjs').RunRequest} request
 * @param {object} options
 * @param {import('../report/steps.mjs').StepReport} options.report
 * @param {import('./first-admin.mjs').FirstAdmin | undefined} options.firstAdmin
 * @param {AbortSignal} options.signal
 */
async function bringUp(servers, request, { report, firstAdmin, signal }) {
  await report.step('Starting CMS and web', () => Promise.all(servers.map(server => server.managed.start())))
  const login = await firstLogin(request, firstAdmin)
  await loadExamples(request, report, signal)
  servers.forEach(server => server.beLoud())
  report.line(summary({ ...request.settings, login }))
  await noteFirstStart(request.settings.dataDir, request.settings.adminEmail)
}

/**
 * @param {import('./managed-server.mjs').ServerPlan} plan
 * @param {string} dataDir
 * @param {import('../report/steps.mjs').StepReport} report
 */
async function openServer(plan, dataDir, report) {
  const file = logFileOf(dataDir, plan.name)
  let isLoud = false
  const log = await openServerLog(file, (line) => {
    if (isLoud)
      report.line(`${plan.name}: ${line}`)
  })
  const managed = createManagedServer(plan, {
    log,
    onEvent(text) {
      log.note(text)
      report.line(text)
    },
  })
  return {
    name: plan.name,
    managed,
    log,
    // Until the first start has succeeded, what a server says is told by the error that ends the start.
    beLoud() {
      isLoud = true
    },
  }
}

/**
 * @param {import('./server-plans.mjs').RunRequest} request
 * @param {import('./first-admin.mjs').FirstAdmin | undefined} firstAdmin
 */
async function firstLogin({ settings }, firstAdmin) {
  const { adminEmail, dataDir, host, cmsPort } = settings
  if (firstAdmin === undefined || !isFirstStart(dataDir))
    return `${adminEmail}, with the password shown at the first start or set since then`
  return loginLines(firstAdmin, await opensAdmin(localAddress(host, cmsPort), firstAdmin))
}

/**
 * @param {import('./server-plans.mjs').RunRequest} request
 * @param {import('../report/steps.mjs').StepReport} report
 * @param {AbortSignal} signal
 */
async function loadExamples(request, report, signal) {
  const { root, toolchain, settings } = request
  if (!settings.exampleContent)
    return
  // The CMS itself decides whether the database is empty.
  const { code, output } = await report.step('Example content, if the database is empty', () =>
    runCommand(toolchain.node, [join(root, 'cms', 'scripts', 'cli.mjs'), 'load-examples'], { cwd: root, env: cmsEnv(request), signal }))
  // An empty site that runs is of more use than none.
  if (code !== 0)
    report.line(`The example content could not be loaded: ${output.trim()}`)
}

/**
 * @param {unknown} error
 * @param {Server[]} servers
 * @param {string} dataDir
 */
function explain(error, servers, dataDir) {
  if (!(error instanceof ServerDiedError))
    return error
  const said = servers.find(server => server.name === error.server)?.log.lastErrors() ?? []
  // The CMS words its own refusals for the person at the terminal.
  const sentence = said.findLast(line => line.startsWith(SENTENCE))
  if (sentence !== undefined)
    return new PlainError(sentence.slice(SENTENCE.length), { cause: error })
  return new PlainError(`${error.message}. ${said.length === 0 ? '' : `It said:\n\n${said.slice(-10).map(line => `  ${line}`).join('\n')}\n\n`}All of it is in ${logFileOf(dataDir, error.server)}.`, { cause: error })
}

/**
 * @param {string} dataDir
 * @param {string} server
 */
function logFileOf(dataDir, server) {
  return join(dataDir, 'logs', `${server.toLowerCase()}.log`)
}
