import type { UploadStore } from './upload-store'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Marks a file that takes its name when what belongs to it is committed. */
const waiting = '.restoring'

/** Where Strapi's own way of storing puts uploads. */
export const uploadsFolder = (dataDir: string): string => path.join(dataDir, 'public', 'uploads')

/** Uploads as files in a folder. */
export function folderStore(folder: string): UploadStore {
  const names = async (): Promise<string[]> => {
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    return files
      .filter(file => file.isFile() && !file.name.startsWith('.') && !file.name.endsWith(waiting))
      .map(file => path.relative(folder, path.join(file.parentPath, file.name)).split(path.sep).join('/'))
      .sort()
  }
  return {
    list: async () => Promise.all((await names()).map(async name => ({ name, size: (await stat(path.join(folder, name))).size }))),
    async read(name) {
      const file = await open(path.join(folder, name)).catch(goneFile)
      return file && file.createReadStream()
    },
    stage() {
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
          for (const name of await names()) {
            if (!kept.has(name))
              await rm(path.join(folder, name))
          }
        },
        async drop() {
          for (const name of staged)
            await rm(path.join(folder, `${name}${waiting}`), { force: true })
        },
      }
    },
  }
}

function goneFile(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return null
  throw error
}
