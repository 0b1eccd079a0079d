import { constants } from 'node:fs'
import { access, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isProcessAlive } from '../process/process-alive.mjs'
import { PlainError } from '../report/plain-error.mjs'

/**
 * Makes the data folder with what belongs in it, readable by its owner alone.
 *
 * @param {string} dataDir absolute path
 * @returns {Promise<void>}
 * @throws {PlainError} when it cannot be made or written
 */
export async function openDataDir(dataDir) {
  try {
    await mkdir(join(dataDir, 'logs'), { recursive: true, mode: 0o700 })
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    await access(join(dataDir, 'logs'), constants.W_OK | constants.X_OK)
  }
  catch (error) {
    throw new PlainError(`The data folder ${dataDir} cannot be written. Give this user the right to write there, or set DATA_DIR to another folder.`, { cause: error })
  }
}

/**
 * @typedef {object} RunningCms
 * @property {number} pid
 * @property {string} url the address its local commands are sent to
 * @property {string} token
 */

/**
 * Finds the CMS that is running on a data folder, by what it wrote in `cms.json`.
 *
 * @param {string} dataDir absolute path
 * @returns {Promise<RunningCms | undefined>} nothing when none runs, or the one that wrote the file is gone
 */
export async function findRunningCms(dataDir) {
  const cms = await readCmsFile(join(dataDir, 'cms.json'))
  return cms !== undefined && isProcessAlive(cms.pid) && await answers(cms.url) ? cms : undefined
}

/**
 * Refuses a data folder that another Klartext is running on. The lock itself is held by the CMS; this check
 * comes before installing and building, so that the person need not wait for the answer.
 *
 * @param {string} dataDir absolute path
 * @returns {Promise<void>}
 * @throws {PlainError} naming the process that runs there
 */
export async function requireUnusedDataDir(dataDir) {
  const running = await findRunningCms(dataDir)
  if (running !== undefined)
    throw new PlainError(`The data folder ${dataDir} is in use by the Klartext that runs as process ${running.pid} (${running.url}). Stop that one, or set DATA_DIR to another folder.`)
}

/**
 * @param {string} file
 * @returns {Promise<RunningCms | undefined>}
 */
async function readCmsFile(file) {
  /** @type {unknown} */
  let content
  try {
    content = JSON.parse(await readFile(file, 'utf8'))
  }
  catch (error) {
    // A CMS that was killed while it wrote leaves half a file; it is not running.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      return undefined
    throw error
  }
  if (typeof content !== 'object' || content === null)
    return undefined
  const { pid, url, token } = /** @type {Record<string, unknown>} */ (content)
  return typeof pid === 'number' && typeof url === 'string' && typeof token === 'string' ? { pid, url, token } : undefined
}

/** @param {string} url */
async function answers(url) {
  try {
    await fetch(`${url}/_health`, { signal: AbortSignal.timeout(2000) })
    return true
  }
  catch {
    return false
  }
}
