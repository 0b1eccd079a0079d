import type { Contents, Manifest } from './manifest'
import { Buffer } from 'node:buffer'
import * as v from 'valibot'
import { DamagedArchive, readArchive } from './archive'
import { contentsName, contentsSchema, manifestName, manifestSchema } from './manifest'
import { uploadName } from './uploads'

/** What is done with a backup's content. */
export interface BackupReader {
  rows: (table: string, rows: unknown[][]) => Promise<void>
  upload: (name: string, chunks: AsyncIterable<Buffer>) => Promise<void>
}

export interface ReadBackup {
  manifest: Manifest
  contents: Contents
}

const tableEntry = /^tables\/(\w+)\/\d{6}\.jsonl$/
const rowSchema = v.array(v.unknown())
const smallBytes = 256 * 1024 * 1024

/**
 * Reads a backup from its first entry to its last, and holds it against its own checksums and counts.
 * @param file its path
 * @param reader is handed the content as it comes; what it did must be undone when this throws
 * @throws DamagedArchive that says what does not hold
 */
export async function readBackup(file: string, reader: BackupReader): Promise<ReadBackup> {
  const found: { manifest: Manifest | null, contents: Contents | null } = { manifest: null, contents: null }
  const rows: Record<string, number> = {}
  let uploads = 0
  const digests = await readArchive(file, async (name, chunks) => {
    const table = tableEntry.exec(name)?.[1]
    const upload = uploadName(name)
    const { manifest, contents } = found
    if (contents)
      throw new DamagedArchive(`${file} goes on after its end.`)
    if (!manifest) {
      if (name !== manifestName)
        throw new DamagedArchive(`${file} is no backup of Klartext.`)
      found.manifest = parsed(file, name, manifestSchema, await wholeOf(file, name, chunks))
      for (const known of Object.keys(found.manifest.tables))
        rows[known] = 0
    }
    else if (name === contentsName) {
      found.contents = parsed(file, name, contentsSchema, await wholeOf(file, name, chunks))
    }
    else if (table !== undefined && Object.hasOwn(manifest.tables, table)) {
      const part = rowsOf(file, name, await wholeOf(file, name, chunks), Object.keys(manifest.tables[table] ?? {}).length)
      rows[table] = (rows[table] ?? 0) + part.length
      await reader.rows(table, part)
    }
    else if (upload !== null) {
      uploads += 1
      await reader.upload(upload, chunks)
    }
    else {
      throw new DamagedArchive(`${file} holds "${name}", which is no part of a backup.`)
    }
  })
  return { manifest: present(file, found.manifest), contents: assertWhole(file, present(file, found.contents), digests, rows, uploads) }
}

function present<T>(file: string, value: T | null): T {
  if (value === null)
    throw new DamagedArchive(`${file} breaks off: its last part is missing.`)
  return value
}

function assertWhole(file: string, contents: Contents, digests: Map<string, string>, rows: Record<string, number>, uploads: number): Contents {
  digests.delete(contentsName)
  const changed = Object.entries(contents.entries).find(([name, digest]) => digests.get(name) !== digest)?.[0] ?? [...digests.keys()].find(name => !Object.hasOwn(contents.entries, name))
  if (changed !== undefined)
    throw new DamagedArchive(`${file} is damaged: ${changed} is not as it was written.`)
  const miscounted = Object.entries(contents.rows).find(([table, count]) => rows[table] !== count)?.[0]
  if (miscounted !== undefined || contents.uploads !== uploads)
    throw new DamagedArchive(`${file} is damaged: it does not hold as much as it says (${miscounted ?? 'uploads'}).`)
  return contents
}

async function wholeOf(file: string, name: string, chunks: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > smallBytes)
      throw new DamagedArchive(`${file} is damaged: ${name} is larger than a part can be.`)
    parts.push(chunk)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parsed<Schema extends v.GenericSchema>(file: string, name: string, schema: Schema, text: string): v.InferOutput<Schema> {
  const result = v.safeParse(v.pipe(v.string(), v.rawTransform(({ dataset, addIssue, NEVER }): unknown => {
    try {
      return JSON.parse(dataset.value)
    }
    catch (error) {
      addIssue({ message: String(error) })
      return NEVER
    }
  }), schema), text)
  if (!result.success)
    throw new DamagedArchive(`${file} cannot be read by this version of Klartext: ${name} is not as it should be (${result.issues[0].message}).`)
  return result.output
}

function rowsOf(file: string, name: string, text: string, width: number): unknown[][] {
  try {
    return text.split('\n').slice(0, -1).map(line => v.parse(v.pipe(rowSchema, v.length(width)), JSON.parse(line)))
  }
  catch (error) {
    if (error instanceof SyntaxError || v.isValiError(error))
      throw new DamagedArchive(`${file} is damaged: ${name} is not as it was written.`, { cause: error })
    throw error
  }
}
