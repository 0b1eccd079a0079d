import type { StoredResponse } from '../stored-response.js'
import type { SnapshotLocation } from './location.js'
import type { Place } from './order-file.js'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildFolder, fileOf, ORDER_FILE } from './location.js'
import { readOrder } from './order-file.js'
import { readResponse } from './response-file.js'

/** A file of a snapshot that could not be read, and why. */
export interface DamagedFile {
  path: string
  reason: string
}

/** A response read from its file. */
export interface SavedResponse {
  key: string
  response: StoredResponse
  heat: number
  path: string
}

const messageOf = (error: unknown) => error instanceof Error ? error.message : String(error)

async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter(name => name.endsWith('.response')).sort()
  }
  catch (error) {
    // A first start has no snapshot yet.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return []
    throw error
  }
}

/** The order that was saved; without a readable one all files, as though none had been read. */
async function placesIn(folder: string, files: string[], damaged: DamagedFile[]): Promise<Place[]> {
  const path = join(folder, ORDER_FILE)
  try {
    return readOrder(await readFile(path, 'utf8'))
  }
  catch (error) {
    if (files.length > 0)
      damaged.push({ path, reason: messageOf(error) })
    return files.map(file => ({ file, heat: 0 }))
  }
}

/**
 * Reads a build's snapshot, from the response used longest ago to the last used one, and gives each to `take` when it is read.
 *
 * @returns the files that could not be used; they are left where they are until the next save
 * @throws what the file system throws for the folder itself, except that it is not there
 */
export async function loadSnapshot(location: SnapshotLocation, take: (saved: SavedResponse) => void): Promise<DamagedFile[]> {
  const folder = buildFolder(location)
  const damaged: DamagedFile[] = []
  const places = await placesIn(folder, await filesIn(folder), damaged)
  for (const { file, heat } of places) {
    const path = join(folder, file)
    try {
      const { key, response } = readResponse(await readFile(path))
      if (fileOf(key) !== file)
        throw new SyntaxError('it bears the name of another key')
      take({ key, response, heat, path })
    }
    catch (error) {
      damaged.push({ path, reason: messageOf(error) })
    }
  }
  return damaged
}
