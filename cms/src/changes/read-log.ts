import type { LoggedChange } from '../public-api/read/changes'
import type { ReadDatabase } from '../public-api/read/read-database'
import type { AskedPlace, LogPlace } from './cursor'
import { readChanges } from '../public-api/read/changes'
import { integerOf, textOf } from '../public-api/read/read-database'
import { cursorOf, logStart } from './cursor'
import { epochSetting } from './epoch'

export type PlacedChange = LogPlace & { change: LoggedChange }

/**
 * The changes after a place, oldest first.
 * @returns null where the log does not hold the place (any more): it is another one now
 */
export async function readAfter(database: ReadDatabase, place: LogPlace, limit: number): Promise<PlacedChange[] | null> {
  const changes = await readChanges(database, place.seq, limit)
  // asked after the changes: had the log been replaced before they were read, the place would be gone by now
  const rows = await database.all('select seq, chain from publication_log where seq >= ? and seq <= ? order by seq', [place.seq, changes.at(-1)?.seq ?? place.seq])
  const chains = new Map(rows.map(row => [integerOf(row, 'seq'), textOf(row, 'chain')]))
  if (place.seq > 0 && chains.get(place.seq) !== place.chain)
    return null
  const placed = changes.flatMap((change): PlacedChange[] => {
    const chain = chains.get(change.seq)
    return chain === undefined ? [] : [{ seq: change.seq, chain, change }]
  })
  return placed.length === changes.length ? placed : null
}

/** The last place of the log. */
export const readHead = async (database: ReadDatabase): Promise<LogPlace> => lastUpTo(database, Number.MAX_SAFE_INTEGER)

/** @throws Error where the CMS has not begun an epoch: a fault of ours */
export async function readEpoch(database: ReadDatabase): Promise<string> {
  const row = await database.first('select value from publication_setting where name = ?', [epochSetting])
  if (!row)
    throw new Error('There is no epoch of the log; the start of the CMS makes one.')
  return textOf(row, 'value')
}

/** The place that a client asks for; null where this log in this epoch never had it. */
export async function findPlace(database: ReadDatabase, epoch: string, { seq, mark }: AskedPlace): Promise<LogPlace | null> {
  const place = await lastUpTo(database, seq)
  if (mark !== null)
    return place.seq === seq && cursorOf(epoch, place) === `${seq}.${mark}` ? place : null
  // a number that a publication took and gave back stands between two rows of the log
  return place.seq === seq || (await readHead(database)).seq > seq ? place : null
}

async function lastUpTo(database: ReadDatabase, seq: number): Promise<LogPlace> {
  const row = await database.first('select seq, chain from publication_log where seq <= ? order by seq desc limit 1', [seq])
  return row ? { seq: integerOf(row, 'seq'), chain: textOf(row, 'chain') } : logStart
}
