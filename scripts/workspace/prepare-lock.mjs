import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isProcessAlive } from '../process/process-alive.mjs'

const POLL_MS = 300

/**
 * Lets one process at a time install and build in this checkout; the others wait for it to finish.
 *
 * @template T
 * @param {object} request
 * @param {string} request.root the repository's folder
 * @param {import('../report/steps.mjs').StepReport} request.report
 * @param {AbortSignal} [request.signal] ends the wait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work gave
 */
export async function withPrepareLock({ root, report, signal }, work) {
  await mkdir(join(root, '.tooling'), { recursive: true })
  const file = join(root, '.tooling', 'prepare.lock')
  if (!await take(file)) {
    await report.step('Waiting for another Klartext command that installs or builds here', async () => {
      while (!await take(file))
        await wait(POLL_MS, undefined, { signal })
    })
  }
  try {
    return await work()
  }
  finally {
    await rm(file, { force: true })
  }
}

/**
 * @param {string} file
 * @returns {Promise<boolean>} whether the lock is now ours
 */
async function take(file) {
  // Linked into place, so that the lock never exists without the number of its holder.
  const ours = `${file}.${process.pid}`
  await writeFile(ours, String(process.pid))
  try {
    await link(ours, file)
    return true
  }
  catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw error
  }
  finally {
    await rm(ours, { force: true })
  }
  const holder = Number(await readFile(file, 'utf8').catch(() => ''))
  if (holder > 0 && !isProcessAlive(holder))
    await rm(file, { force: true })
  return false
}
