import type { Buffer } from 'node:buffer'
import type { AddEntry } from './archive'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

const prefix = 'uploads/'

/** Marks a file that takes its name when what belongs to it is committed. */
const waiting = '.restoring'

async function uploadsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  return files
    .filter(file => file.isFile() && !file.name.startsWith('.') && !file.name.endsWith(waiting))
    .map(file => path.relative(folder, path.join(file.parentPath, file.name)))
    .sort()
}

/** Adds every upload to an archive → how many, by their SHA-256. */
export async function addUploads(folder: string, add: AddEntry): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const name of await uploadsIn(folder)) {
    const file = path.join(folder, name)
    const entry = `${prefix}${name.split(path.sep).join('/')}`
    digests[entry] = await add(entry, (await stat(file)).size, createReadStream(file))
  }
  return digests
}

/** The path of an upload below its folder, or null where the entry is none, or one that leads out of it. */
export function uploadName(entry: string): string | null {
  const parts = entry.startsWith(prefix) ? entry.slice(prefix.length).split('/') : []
  return parts.length > 0 && parts.every(part => part !== '' && !part.startsWith('.') && !/[\\\0]/.test(part) && !part.endsWith(waiting)) ? path.join(...parts) : null
}

/** Uploads that are on disk and not yet in their places. */
export interface StagedUploads {
  take: (name: string, chunks: AsyncIterable<Buffer>) => Promise<void>
  /** Puts them into their places and removes every other upload. */
  keep: () => Promise<void>
  drop: () => Promise<void>
}

/**
 * Lays uploads beside the ones that are there. Until they are kept nothing is lost: files have names of their own for each content,
 * so the old database finds its pictures, and so does the new one.
 */
export function stageUploads(folder: string): StagedUploads {
  const staged: string[] = []
  return {
    async take(name, chunks) {
      const file = path.join(folder, name)
      await mkdir(path.dirname(file), { recursive: true })
      staged.push(name)
      await pipeline(chunks, createWriteStream(`${file}${waiting}`, { mode: 0o644 }))
    },
    async keep() {
      for (const name of staged)
        await rename(path.join(folder, `${name}${waiting}`), path.join(folder, name))
      const kept = new Set(staged)
      for (const name of await uploadsIn(folder)) {
        if (!kept.has(name))
          await rm(path.join(folder, name))
      }
    },
    async drop() {
      for (const name of staged)
        await rm(path.join(folder, `${name}${waiting}`), { force: true })
    },
  }
}
