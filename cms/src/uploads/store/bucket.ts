import type { Buffer } from 'node:buffer'
import type { S3Settings } from '../../settings'
import { Readable } from 'node:stream'
import { S3mini } from 's3mini'

/** Longer than a picture of the greatest size takes; a store that hangs must not hold an editor for ever. */
const timeout = 60_000

export interface StoredObject {
  etag: string
  size: number | null
  lastModified: string | null
  body: Readable
}

/** What Klartext asks of an S3-compatible bucket. Every method throws when the store does not answer as it should. */
export interface Bucket {
  /** Does nothing where the bucket is there and may be read. */
  check: () => Promise<void>
  /** Every object whose key begins with the prefix, by key. */
  list: (prefix: string) => Promise<{ key: string, size: number }[]>
  /** null where there is none. */
  read: (key: string) => Promise<StoredObject | null>
  write: (key: string, content: Buffer, type: string) => Promise<void>
  /** Also where there is none. */
  remove: (key: string) => Promise<void>
}

/** Opens the bucket of the settings; nothing is asked of it yet. */
export function openBucket({ url, region, accessKeyId, secretAccessKey }: S3Settings): Bucket {
  const client = new S3mini({ endpoint: url, region, accessKeyId, secretAccessKey, requestAbortTimeout: timeout })
  const list = async (prefix: string, most?: number) => {
    const objects = await client.listObjects('/', prefix, most)
    if (objects === null)
      throw new Error(`There is no bucket at ${url}.`)
    return objects
  }
  return {
    async check() {
      await list('', 1)
    },
    async list(prefix) {
      return (await list(prefix)).map(({ Key, Size }) => ({ key: Key, size: Number(Size) })).sort((a, b) => a.key < b.key ? -1 : 1)
    },
    async read(key) {
      const response = await client.getObjectResponse(key)
      if (!response?.body)
        return null
      const size = response.headers.get('content-length')
      return {
        etag: response.headers.get('etag') ?? '',
        size: size === null ? null : Number(size),
        lastModified: response.headers.get('last-modified'),
        body: Readable.fromWeb(response.body),
      }
    },
    async write(key, content, type) {
      await client.putObject(key, content, type)
    },
    async remove(key) {
      await client.deleteObject(key)
    },
  }
}
