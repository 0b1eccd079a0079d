import type { Erasure } from '../dialogue/erase/journal'
import type { Strapi } from '../publication/subjects'
import type { ReadBackup } from './read-backup'
import { ensureEpoch } from '../changes/epoch'
import { eraseAgain } from '../dialogue/erase/erase'
import { appendErasures, erasureKey, journalFile, readErasures } from '../dialogue/erase/journal'
import { knownErasures } from '../dialogue/erase/known-erasures'
import { CommandRefusal } from '../local-commands/registry'
import { exclusively } from '../publication/lock'
import { notifyAtCommit, notifyPublished } from '../publication/notifier'
import { ensureReadModel } from '../publication/rebuild/ensure-read-model'
import { commentUid, uids } from '../publication/subjects'
import { readSettings } from '../settings'
import { openUploadStore } from '../uploads/store/upload-store'
import { readTables } from './columns'
import { commentKeyCheck, schemaDifference } from './manifest'
import { readBackup } from './read-backup'
import { klartextVersion } from './write-backup'
import { refill, writeRows } from './write-rows'

export interface RestoreOptions {
  file: string
  /** Replace what is there. */
  isConfirmed: boolean
  /** Erasures that this machine does not know of yet. */
  erasures: readonly Erasure[]
}

export interface RestoreResult {
  madeAt: string
  tables: number
  rows: number
  uploads: number
  /** How many comments, reports and articles were erased again. */
  erasedAgain: number
  /** Whether e-mail addresses can be read with the COMMENT_KEY of this machine. */
  canReadAddresses: boolean
}

/**
 * Replaces everything that the CMS keeps by what a backup holds, all of it or nothing. What has been erased since the backup was made
 * is erased again in the same transaction: nobody sees it for a moment.
 * @throws CommandRefusal where the backup is of another schema, or something is here and nobody said that it may go; DamagedArchive
 */
export async function restoreBackup(strapi: Strapi, { file, isConfirmed, erasures }: RestoreOptions): Promise<RestoreResult> {
  // read through once before anything is touched
  const checked = await readBackup(file, { rows: async () => {}, upload: async (_name, chunks) => passOver(chunks) })
  await refuseUnfit(strapi, checked, isConfirmed)
  const uploads = openUploadStore().stage()
  let known: Erasure[] = []
  let erasedAgain = 0
  try {
    await strapi.db.transaction(async ({ trx }) => {
      await exclusively(trx, async () => {})
      // what was being erased until now is among them
      known = [...await knownErasures(trx), ...erasures]
      await refill(trx, checked.manifest.tables, async () => {
        await readBackup(file, { rows: (table, rows) => writeRows(trx, checked.manifest.tables, table, rows), upload: uploads.take })
      })
      await ensureReadModel(strapi)
      // an older backup has none
      await ensureEpoch(trx)
      erasedAgain = await eraseAgain(strapi, known)
      await notifyAtCommit(trx)
    })
  }
  catch (error) {
    await uploads.drop()
    throw error
  }
  keepErasures(known)
  await uploads.keep()
  notifyPublished(error => strapi.log.error(error))
  const { manifest, contents } = checked
  return {
    madeAt: manifest.madeAt,
    tables: Object.keys(manifest.tables).length,
    rows: Object.values(contents.rows).reduce((sum, rows) => sum + rows, 0),
    uploads: contents.uploads,
    erasedAgain,
    canReadAddresses: manifest.commentKeyCheck === commentKeyCheck(),
  }
}

async function passOver(chunks: AsyncIterable<unknown>): Promise<void> {
  const iterator = chunks[Symbol.asyncIterator]()
  while (!(await iterator.next()).done);
}

async function refuseUnfit(strapi: Strapi, { manifest }: ReadBackup, isConfirmed: boolean): Promise<void> {
  const knex = strapi.db.connection
  const difference = schemaDifference(manifest.tables, await readTables(knex))
  if (difference)
    throw new CommandRefusal(`The backup does not fit: ${difference}. It was made by Klartext ${manifest.klartext}, and this is ${klartextVersion(strapi)}. Restore it with the version that made it, then start the newer one on that.`)
  const found = await contentHere(strapi)
  if (found.length > 0 && !isConfirmed)
    throw new CommandRefusal(`There is content here already: ${found.join(', ')}. All of it would be replaced by the backup of ${manifest.madeAt}. Add --yes when that is what you want.`)
}

async function contentHere(strapi: Strapi): Promise<string[]> {
  const found: string[] = []
  for (const uid of [...Object.values(uids), commentUid, 'plugin::upload.file'] as const) {
    const count = await strapi.db.query(uid).count()
    if (count > 0)
      found.push(`${count} rows of ${strapi.getModel(uid).collectionName}`)
  }
  return found
}

/** What only another machine's journal or ledger knew is in this one's from now on; what was erased again wrote itself there. */
function keepErasures(known: readonly Erasure[]): void {
  const { dataDir } = readSettings()
  const written = new Set(readErasures(journalFile(dataDir)).map(erasureKey))
  appendErasures(dataDir, known.filter(erasure => !written.has(erasureKey(erasure))))
}
