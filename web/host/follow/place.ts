import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

const placeSchema = v.object({ cursor: v.string() })
const fileOf = (folder: string, name: PlaceName) => join(folder, name)

/** Whose place it is: that of the pages that are kept, or of a content delivery network. */
export type PlaceName = 'changes.json' | 'cdn.json'

/**
 * How far the changes were followed when this was last saved.
 * @returns null where nothing was saved, or what was saved cannot be read: then everything counts as changed
 */
export async function loadCursor(folder: string, name: PlaceName = 'changes.json'): Promise<string | null> {
  try {
    return v.parse(placeSchema, JSON.parse(await readFile(fileOf(folder, name), 'utf8'))).cursor
  }
  catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      console.error('The place in the changes could not be read:', error)
    return null
  }
}

/** Replaces the file whole, so that a crash leaves the old place or the new one. */
export async function saveCursor(folder: string, cursor: string, name: PlaceName = 'changes.json'): Promise<void> {
  await mkdir(folder, { recursive: true })
  const half = `${fileOf(folder, name)}.half`
  await writeFile(half, JSON.stringify({ cursor }))
  await rename(half, fileOf(folder, name))
}
