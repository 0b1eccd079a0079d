import type { CommandHandler } from '../local-commands/registry'
import { existsSync } from 'node:fs'
import * as v from 'valibot'
import { readErasures } from '../dialogue/erase/journal'
import { CommandRefusal } from '../local-commands/registry'
import { DamagedArchive } from './archive'
import { restoreBackup } from './restore-backup'
import { writeBackup } from './write-backup'

const backupSchema = v.object({ file: v.string() })
const restoreSchema = v.object({ file: v.string(), isConfirmed: v.boolean(), erasures: v.nullable(v.string()) })

/** `backup FILE`: paths are absolute, and of the machine that the CMS runs on. */
export const backupCommand: CommandHandler = async (strapi, input) => {
  const { file } = v.parse(backupSchema, input)
  if (existsSync(file))
    throw new CommandRefusal(`${file} is there already. Give a name that is not.`)
  return refusing(() => writeBackup(strapi, file))
}

/** `restore FILE [--yes] [--erasures FILE]` */
export const restoreCommand: CommandHandler = async (strapi, input) => {
  const { file, isConfirmed, erasures } = v.parse(restoreSchema, input)
  if (erasures !== null && !existsSync(erasures))
    throw new CommandRefusal(`There is no journal of erasures ${erasures}.`)
  return refusing(() => restoreBackup(strapi, { file, isConfirmed, erasures: erasures === null ? [] : readErasures(erasures) }))
}

const fileCodes = new Set(['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'ENOSPC', 'EROFS'])

/** What the person can do something about is told as it stands. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  }
  catch (error) {
    if (error instanceof DamagedArchive || (error instanceof Error && 'code' in error && fileCodes.has(String(error.code))))
      throw new CommandRefusal(error.message, { cause: error })
    throw error
  }
}
