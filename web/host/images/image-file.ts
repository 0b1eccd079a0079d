import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'

const headSchema = v.object({
  type: v.string(),
  etag: v.nullable(v.string()),
  lastModified: v.nullable(v.string()),
  length: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

/** What is known of a picture beside its bytes. */
export type ImageHead = v.InferOutput<typeof headSchema>

/** A kept picture: its head, and where in the file its bytes begin. */
export interface KeptImage {
  head: ImageHead
  from: number
}

const mostHeadBytes = 4_096

/** Writes a line of JSON and the bytes; the file is there whole or not at all. */
export async function writeImage(path: string, head: ImageHead, bytes: Uint8Array): Promise<KeptImage> {
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`)
  const half = `${path}.half`
  try {
    await writeFile(half, [line, bytes])
    await rename(half, path)
  }
  catch (error) {
    // where the disk is full, half a picture takes what room there is
    await removeImage(half)
    throw error
  }
  return { head, from: line.byteLength }
}

/**
 * Reads the head of a kept picture.
 * @returns null for a file that is damaged
 */
export async function readHead(path: string): Promise<KeptImage | null> {
  const file = await open(path)
  try {
    return await headOf(file)
  }
  finally {
    await file.close()
  }
}

/**
 * The bytes of a kept picture, as they are taken: a reader who takes none must not hold a copy.
 * @throws RangeError where the file is no longer that picture
 */
export async function openBytes(path: string, kept: KeptImage): Promise<Readable> {
  const file = await open(path)
  try {
    if (!isDeepStrictEqual(await headOf(file), { head: kept.head, from: kept.from }))
      throw new RangeError(`${path} is another picture now`)
    return file.createReadStream({ start: kept.from, end: kept.from + kept.head.length - 1 })
  }
  catch (error) {
    await file.close()
    throw error
  }
}

async function headOf(file: FileHandle): Promise<KeptImage | null> {
  const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(mostHeadBytes), position: 0 })
  const end = buffer.subarray(0, bytesRead).indexOf(10)
  const head = v.safeParse(headSchema, end < 0 ? null : parsed(new TextDecoder().decode(buffer.subarray(0, end))))
  const { size } = await file.stat()
  return head.success && size === end + 1 + head.output.length ? { head: head.output, from: end + 1 } : null
}

export async function removeImage(path: string): Promise<void> {
  await rm(path, { force: true })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch (error) {
    if (error instanceof SyntaxError)
      return null
    throw error
  }
}
