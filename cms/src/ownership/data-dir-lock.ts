import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { readRunningCms, removeRunningCms } from './running-cms'
import { StartRefusal } from './start-refusal'

const held = new Map<string, Database.Database>()

/**
 * Makes this process the only owner of a data folder until it ends.
 *
 * The lock is SQLite's own on an otherwise empty file: the operating system lets go of it however the process ends, and
 * it is one and the same through symbolic links and between containers on one machine. Nothing else may open the file in
 * this process: closing it would drop the lock (POSIX).
 * @param dataDir absolute path; made when it is missing
 * @throws StartRefusal naming the folder and, where known, the process that owns it
 */
export function ownDataDir(dataDir: string): void {
  if (held.has(dataDir))
    return
  const lock = openLock(dataDir)
  try {
    // no journal file beside it: nothing is ever written
    lock.pragma('journal_mode = memory')
    lock.exec('begin exclusive')
  }
  catch (error) {
    lock.close()
    if (isBusy(error))
      throw new StartRefusal(inUse(dataDir), { cause: error })
    throw error
  }
  held.set(dataDir, lock)
  // of an owner that was killed; whoever is refused from now on must not read it
  removeRunningCms(dataDir)
}

function openLock(dataDir: string): Database.Database {
  try {
    mkdirSync(dataDir, { recursive: true })
    return new Database(path.join(dataDir, 'owner.lock'), { timeout: 0 })
  }
  catch (error) {
    throw new StartRefusal(`DATA_DIR ${dataDir} cannot be written; give this user the right to write there, or set DATA_DIR to another folder.`, { cause: error })
  }
}

const isBusy = (error: unknown): boolean => error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY'

function inUse(dataDir: string): string {
  const owner = readRunningCms(dataDir)
  const who = owner ? `the CMS that runs as process ${owner.pid} (${owner.url})` : 'another CMS that is starting'
  return `DATA_DIR ${dataDir} is in use by ${who}; stop that one, or set DATA_DIR to another folder.`
}
