import type { Readable } from 'node:stream'
import type { ImageHead, KeptImage } from './image-file'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openBytes, readHead, removeImage, writeImage } from './image-file'

/** A picture in its place: what is known of it, and when the CMS last said that it holds. */
export interface StoredImage extends KeptImage {
  name: string
  checkedAt: number
}

/** Pictures on disk, by file name; the one used longest ago leaves when there is no room. */
export class ImageStore {
  readonly #folder: string
  readonly #maxBytes: number
  // A Map keeps the order of insertion: what is used is taken out and put in again.
  readonly #images = new Map<string, StoredImage>()
  #bytes = 0

  constructor(folder: string, maxBytes: number) {
    this.#folder = folder
    this.#maxBytes = maxBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#images.size
  }

  /** Finds what an earlier process kept; damaged files and halves are removed. What was found counts as never checked. */
  async load(): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name)
      const kept = name.endsWith('.half') ? null : await readHead(path)
      if (kept)
        this.#note({ ...kept, name, checkedAt: 0 })
      else
        await removeImage(path)
    }
    await this.#makeRoom()
  }

  /** @param name a plain file name */
  get(name: string): StoredImage | undefined {
    const image = this.#images.get(name)
    if (image) {
      this.#images.delete(name)
      this.#images.set(name, image)
    }
    return image
  }

  /**
   * The bytes of a picture.
   * @throws what the file system throws, or RangeError where another picture has come in its place; the one asked for is forgotten first
   */
  async open(image: StoredImage): Promise<Readable> {
    try {
      return await openBytes(join(this.#folder, image.name), image)
    }
    catch (error) {
      if (this.#images.get(image.name) === image)
        this.#forget(image.name)
      throw error
    }
  }

  /** Keeps a picture in the place of the one with its name; one that is empty or larger than a quarter of the room is not kept. */
  async put(name: string, head: ImageHead, bytes: Uint8Array, checkedAt: number): Promise<void> {
    if (bytes.byteLength === 0 || bytes.byteLength > this.#maxBytes / 4)
      return this.remove(name)
    const kept = await writeImage(join(this.#folder, name), head, bytes)
    this.#forget(name)
    this.#note({ ...kept, name, checkedAt })
    await this.#makeRoom()
  }

  async remove(name: string): Promise<void> {
    this.#forget(name)
    await removeImage(join(this.#folder, name))
  }

  /** The pictures that were last checked before a moment, the one checked longest ago first. */
  checkedBefore(moment: number): StoredImage[] {
    return [...this.#images.values()].filter(({ checkedAt }) => checkedAt < moment).sort((a, b) => a.checkedAt - b.checkedAt)
  }

  #note(image: StoredImage): void {
    this.#images.set(image.name, image)
    this.#bytes += image.from + image.head.length
  }

  #forget(name: string): void {
    const image = this.#images.get(name)
    if (image && this.#images.delete(name))
      this.#bytes -= image.from + image.head.length
  }

  async #makeRoom(): Promise<void> {
    for (const [name] of this.#images) {
      if (this.#bytes <= this.#maxBytes)
        break
      await this.remove(name)
    }
  }
}
