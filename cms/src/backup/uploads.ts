import type { UploadStore } from '../uploads/store/upload-store'
import type { AddEntry } from './archive'

const prefix = 'uploads/'

/** Adds every upload to an archive → their SHA-256 by entry. */
export async function addUploads(store: UploadStore, add: AddEntry): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const { name, size } of await store.list()) {
    const entry = `${prefix}${name}`
    const content = await store.read(name)
    if (content === null)
      throw new Error(`The upload ${name} was removed while the backup was made. Make it again.`)
    digests[entry] = await add(entry, size, content)
  }
  return digests
}

/** The name of an upload in its store, or null where the entry is none, or one that leads out of it. */
export function uploadName(entry: string): string | null {
  const parts = entry.startsWith(prefix) ? entry.slice(prefix.length).split('/') : []
  return parts.length > 0 && parts.every(part => part !== '' && !part.startsWith('.') && !/[\\\0]/.test(part) && !part.endsWith('.restoring')) ? parts.join('/') : null
}
