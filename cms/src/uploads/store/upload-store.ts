import type { Buffer } from 'node:buffer'
import type { Readable } from 'node:stream'
import { readSettings } from '../../settings'
import { openBucket } from './bucket'
import { bucketStore, gather } from './bucket-store'
import { folderStore, uploadsFolder } from './folder-store'

export interface StoredUpload {
  /** A path below the place of uploads, with `/` between its parts. */
  name: string
  /** In bytes. */
  size: number
}

/** Uploads that are stored beside the ones in use, and not yet in their places. */
export interface StagedUploads {
  take: (name: string, chunks: AsyncIterable<Uint8Array>) => Promise<void>
  /** Puts them into their places and removes every other upload. */
  keep: () => Promise<void>
  drop: () => Promise<void>
}

/** Where the files of the media library lie, for a backup and for restoring one. */
export interface UploadStore {
  /** By name. */
  list: () => Promise<StoredUpload[]>
  /** null where there is none. */
  read: (name: string) => Promise<Readable | null>
  /**
   * Lays uploads beside the ones that are there. Until they are kept nothing is lost: files have names of their own for each content,
   * so the old database finds its pictures, and so does the new one.
   */
  stage: () => StagedUploads
}

/** The store that the settings name: a bucket, else the folder in DATA_DIR. */
export function openUploadStore(): UploadStore {
  const { s3, dataDir } = readSettings()
  return s3 === null ? folderStore(uploadsFolder(dataDir)) : bucketStore(openBucket(s3))
}

/** The whole content of an upload, from wherever it lies: what came in before there was a bucket may still be in the folder. */
export async function readUpload(name: string): Promise<Buffer | null> {
  const stream = await openUploadStore().read(name) ?? await folderStore(uploadsFolder(readSettings().dataDir)).read(name)
  return stream && gather(stream)
}
