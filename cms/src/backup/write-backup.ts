import type { Strapi } from '../publication/subjects'
import type { AddEntry } from './archive'
import type { Contents, Manifest } from './manifest'
import type { Snapshot } from './snapshot'
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { openUploadStore } from '../uploads/store/upload-store'
import { writeArchive } from './archive'
import { commentKeyCheck, contentsName, manifestName } from './manifest'
import { openSnapshot } from './snapshot'
import { addUploads } from './uploads'

const partBytes = 1024 * 1024

export interface BackupResult {
  file: string
  tables: number
  rows: number
  uploads: number
}

/** The version in the package that runs. */
export const klartextVersion = (strapi: Strapi): string =>
  v.parse(v.object({ version: v.string() }), JSON.parse(readFileSync(path.join(strapi.dirs.app.root, 'package.json'), 'utf8'))).version

/** Writes everything that the CMS keeps into one file, as it is at one moment; secrets are not in it. */
export async function writeBackup(strapi: Strapi, file: string): Promise<BackupResult> {
  const snapshot = await openSnapshot(strapi.db.connection)
  try {
    const contents: Contents = { entries: {}, rows: {}, uploads: 0 }
    await writeArchive(file, async (add) => {
      const manifest: Manifest = { format: 1, klartext: klartextVersion(strapi), madeAt: new Date().toISOString(), commentKeyCheck: commentKeyCheck(), tables: { ...snapshot.tables } }
      contents.entries[manifestName] = await addJson(add, manifestName, manifest)
      for (const table of Object.keys(snapshot.tables))
        await addTable(add, snapshot, table, contents)
      const uploads = await addUploads(openUploadStore(), add)
      Object.assign(contents.entries, uploads)
      contents.uploads = Object.keys(uploads).length
      await addJson(add, contentsName, contents)
    })
    return { file, tables: Object.keys(snapshot.tables).length, rows: Object.values(contents.rows).reduce((sum, rows) => sum + rows, 0), uploads: contents.uploads }
  }
  finally {
    await snapshot.close()
  }
}

async function addJson(add: AddEntry, name: string, value: object): Promise<string> {
  const bytes = Buffer.from(`${JSON.stringify(value)}\n`)
  return add(name, bytes.length, [bytes])
}

/** A table as parts of about a megabyte, since an archive names the size of an entry before its content. */
async function addTable(add: AddEntry, snapshot: Snapshot, table: string, contents: Contents): Promise<void> {
  let [rows, part, lines, size] = [0, 0, new Array<Buffer>(), 0]
  const flush = async (): Promise<void> => {
    if (lines.length === 0)
      return
    part += 1
    const name = `tables/${table}/${String(part).padStart(6, '0')}.jsonl`
    contents.entries[name] = await add(name, size, lines)
    lines = []
    size = 0
  }
  for await (const batch of snapshot.rows(table)) {
    for (const row of batch) {
      const line = Buffer.from(`${JSON.stringify(row)}\n`)
      rows += 1
      size += line.length
      lines.push(line)
      if (size >= partBytes)
        await flush()
    }
  }
  await flush()
  contents.rows[table] = rows
}
