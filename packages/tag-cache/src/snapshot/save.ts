import type { Slot } from '../shelf.js'
import type { StoredResponse } from '../stored-response.js'
import type { SnapshotLocation } from './location.js'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildFolder, fileOf, isBuildFolder, ORDER_FILE } from './location.js'
import { writeOrder } from './order-file.js'
import { writeResponse } from './response-file.js'

/** Which responses lie on disk already, and in which file: a response never changes, so it is written once. */
export type Written = WeakMap<StoredResponse, string>

/** A reader of the folder finds the old file or the new one; what a crash leaves half written bears another name. */
async function replaceFile(path: string, content: Buffer | string): Promise<void> {
  const half = `${path}.half`
  await writeFile(half, content)
  await rename(half, path)
}

/**
 * Writes slots into the folder of a build, those that are not there yet, and removes what no slot stands for any more:
 * other responses and the folders of other builds.
 *
 * @returns how many responses were written
 * @throws what the file system throws; the snapshot is then partly the old one, and whole in each of its files
 */
export async function saveSnapshot(slots: Slot[], location: SnapshotLocation, { written, now }: { written: Written, now: number }): Promise<number> {
  const folder = buildFolder(location)
  await mkdir(folder, { recursive: true })
  const present = new Set(await readdir(folder))
  const places = slots.map(slot => ({ slot, file: fileOf(slot.key), heat: slot.heat.at(now) }))
  let count = 0
  for (const { slot, file } of places) {
    const path = join(folder, file)
    if (present.has(file) && written.get(slot.response) === path)
      continue
    await replaceFile(path, writeResponse(slot.key, slot.response))
    written.set(slot.response, path)
    count += 1
  }
  await replaceFile(join(folder, ORDER_FILE), writeOrder(places.map(({ file, heat }) => ({ file, heat }))))

  const wanted = new Set([ORDER_FILE, ...places.map(({ file }) => file)])
  for (const name of present) {
    if (!wanted.has(name))
      await rm(join(folder, name), { recursive: true, force: true })
  }
  for (const each of await readdir(location.folder)) {
    const other = join(location.folder, each)
    if (isBuildFolder(each) && other !== folder)
      await rm(other, { recursive: true, force: true })
  }
  return count
}
