import { open, rename, rm, writeFile } from 'node:fs/promises'
import * as v from 'valibot'

const headSchema = v.object({
  type: v.string(),
  etag: v.nullable(v.string()),
  lastModified: v.nullable(v.string()),
  length: v.pipe(v.number(), v.integer(), v.minValue(0)),
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
  await writeFile(half, [line, bytes])
  await rename(half, path)
  return { head, from: line.byteLength }
}

/**
 * Reads the head of a kept picture.
 * @returns null for a file that is damaged
 */
export async function readHead(path: string): Promise<KeptImage | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(mostHeadBytes), position: 0 })
    const end = buffer.subarray(0, bytesRead).indexOf(10)
    const head = v.safeParse(headSchema, end < 0 ? null : parsed(new TextDecoder().decode(buffer.subarray(0, end))))
    const { size } = await file.stat()
    return head.success && size === end + 1 + head.output.length ? { head: head.output, from: end + 1 } : null
  }
  finally {
    await file.close()
  }
}

/** The bytes of a kept picture. */
export async function readBytes(path: string, { head, from }: KeptImage): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const bytes = new Uint8Array(head.length)
    const { bytesRead } = await file.read({ buffer: bytes, position: from })
    if (bytesRead < head.length)
      throw new RangeError(`${path} is shorter than its head says`)
    return bytes
  }
  finally {
    await file.close()
  }
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
