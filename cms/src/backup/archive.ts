import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import * as tar from 'tar-stream'

/** Adds an entry of a known size to an archive → its SHA-256 in hex. */
export type AddEntry = (name: string, size: number, chunks: AsyncIterable<Buffer> | Iterable<Buffer>) => Promise<string>

/**
 * Writes a .tar.gz, readable by its owner alone; the file is whole under its name or not there. Memory is bounded: nothing is read
 * faster than it is written.
 */
export async function writeArchive(file: string, fill: (add: AddEntry) => Promise<void>): Promise<void> {
  const unfinished = `${file}.unfinished`
  const pack = tar.pack()
  const written = pipeline(pack, createGzip(), createWriteStream(unfinished, { mode: 0o600 }))
  const filled = fill((name, size, chunks) => addEntry(pack, name, size, chunks)).then(() => pack.finalize(), (error: unknown) => {
    pack.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  })
  try {
    await Promise.all([filled, written])
    const handle = await open(unfinished)
    await handle.sync()
    await handle.close()
    await rename(unfinished, file)
  }
  finally {
    await rm(unfinished, { force: true })
  }
}

async function addEntry(pack: tar.Pack, name: string, size: number, chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  const { promise: finished, resolve, reject } = Promise.withResolvers<void>()
  const entry = pack.entry({ name, size, mode: 0o600 }, error => error ? reject(error) : resolve())
  let given = 0
  for await (const chunk of chunks) {
    hash.update(chunk)
    given += chunk.length
    if (!entry.write(chunk))
      await once(entry, 'drain')
  }
  if (given !== size)
    throw new Error(`${name} changed while it was read; try again.`)
  entry.end(null)
  await finished
  return hash.digest('hex')
}

/** The archive cannot be read to its end, or is none. */
export class DamagedArchive extends Error {}

/**
 * Reads a .tar.gz entry by entry.
 * @param file its path
 * @param take is handed each entry, and must read all of it
 * @returns the SHA-256 of every entry, in their order
 * @throws DamagedArchive where the file is no whole archive; what `take` throws
 */
export async function readArchive(file: string, take: (name: string, chunks: AsyncIterable<Buffer>) => Promise<void>): Promise<Map<string, string>> {
  const extract = tar.extract()
  const digests = new Map<string, string>()
  let taken: unknown = null
  const read = pipeline(createReadStream(file), createGunzip(), extract)
  read.catch(() => {})
  try {
    for await (const entry of extract) {
      const hash = createHash('sha256')
      try {
        await take(entry.header.name, hashed(entry, hash))
      }
      catch (error) {
        taken = error
        throw error
      }
      digests.set(entry.header.name, hash.digest('hex'))
    }
    await read
  }
  catch (error) {
    if (taken !== null || isMissing(error))
      throw error
    throw new DamagedArchive(`${file} is no whole backup: ${error instanceof Error ? error.message : String(error)}.`, { cause: error })
  }
  return digests
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'EISDIR')

async function* hashed(chunks: AsyncIterable<unknown>, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]()
  for (;;) {
    const { done, value } = await iterator.next().catch((error: unknown) => {
      throw new DamagedArchive(`It is no whole backup: ${error instanceof Error ? error.message : String(error)}.`, { cause: error })
    })
    if (done)
      return
    if (!Buffer.isBuffer(value))
      throw new TypeError('An entry of an archive gave something else than bytes.')
    hash.update(value)
    yield value
  }
}
