import type { Readable } from 'node:stream'
import type { PictureSize } from './picture-sizes'
import { createReadStream } from 'node:fs'

/** A copy of a picture as Strapi's upload provider takes it, and its `formats` keep it. */
export interface StoredSize {
  name: string
  hash: string
  ext: string
  mime: string
  path: null
  width: number
  height: number
  /** In thousands of bytes. */
  size: number
  sizeInBytes: number
  getStream: () => Readable
}

/** A size as the upload provider takes it; `name` is that of the picture in the media library. */
export function storedSize(made: PictureSize, name: string): StoredSize {
  const { key, hash, ext, mime, width, height, size, file } = made
  return {
    name: `${key}_${name}`,
    hash,
    ext,
    mime,
    path: null,
    width,
    height,
    size: Math.round(size / 10) / 100,
    sizeInBytes: size,
    getStream: () => createReadStream(file),
  }
}
