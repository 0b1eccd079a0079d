import type { Readable } from 'node:stream'
import type { Bucket } from './bucket'
import type { UploadStore } from './upload-store'
import { Buffer } from 'node:buffer'
import { imageTypeOf } from './image-type'

/** Where uploads lie in the bucket, and where they wait while a backup is restored. */
const places = { uploads: 'uploads/', waiting: 'restoring/' } as const

/** The key of an upload in the bucket. */
export const keyOf = (name: string): string => `${places.uploads}${name}`

/** Uploads as objects in a bucket. */
export function bucketStore(bucket: Bucket): UploadStore {
  const list: UploadStore['list'] = async () =>
    (await bucket.list(places.uploads)).map(({ key, size }) => ({ name: key.slice(places.uploads.length), size })).filter(({ name }) => name !== '')
  const read = async (key: string): Promise<Readable | null> => (await bucket.read(key))?.body ?? null
  const write = async (key: string, chunks: AsyncIterable<Uint8Array>): Promise<void> =>
    bucket.write(key, await gather(chunks), imageTypeOf(key.slice(key.lastIndexOf('/') + 1)) ?? 'application/octet-stream')
  return {
    list,
    read: async name => read(keyOf(name)),
    stage() {
      const staged: string[] = []
      return {
        async take(name, chunks) {
          staged.push(name)
          await write(`${places.waiting}${name}`, chunks)
        },
        async keep() {
          for (const name of staged) {
            // a copy within the bucket is what stores differ in most
            const staging = await read(`${places.waiting}${name}`)
            if (staging === null)
              throw new Error(`${places.waiting}${name} was removed from the bucket while a backup was restored. Restore it again.`)
            await write(keyOf(name), staging)
            await bucket.remove(`${places.waiting}${name}`)
          }
          const kept = new Set(staged)
          for (const { name } of await list()) {
            if (!kept.has(name))
              await bucket.remove(keyOf(name))
          }
        },
        async drop() {
          for (const name of staged)
            await bucket.remove(`${places.waiting}${name}`)
        },
      }
    },
  }
}

/** A whole upload in memory: a bucket wants to know its size before it comes, and 25 MB is the greatest. */
export async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks)
    parts.push(chunk)
  return Buffer.concat(parts)
}
