import type { Knex } from 'knex'
import type { ColumnKind, Tables } from './columns'
import type { BackupValue } from './values'
import path from 'node:path'
import Database from 'better-sqlite3'
import * as v from 'valibot'
import { isPostgres } from '../publication/engine'
import { readSettings } from '../settings'
import { readTables } from './columns'
import { toBackup } from './values'

const batchSize = 200

/** Every table as it was at one moment, while the CMS goes on writing. */
export interface Snapshot {
  tables: Tables
  /** The rows of a table in batches; each row is the values of its columns in the order of their names. */
  rows: (table: string) => AsyncGenerator<BackupValue[][]>
  close: () => Promise<void>
}

/** Opens a snapshot of the database; it must be closed. */
export async function openSnapshot(knex: Knex): Promise<Snapshot> {
  const tables = await readTables(knex)
  return isPostgres(knex) ? openPostgres(knex, tables) : openSqlite(tables)
}

const rowsSchema = v.array(v.record(v.string(), v.unknown()))

const toRows = (columns: Readonly<Record<string, ColumnKind>>, rows: unknown): BackupValue[][] =>
  v.parse(rowsSchema, rows).map(row => Object.entries(columns).map(([name, kind]) => toBackup(kind, row[name])))

const columnsOf = (tables: Tables, table: string): Readonly<Record<string, ColumnKind>> => tables[table] ?? {}

/** A connection of its own, that only reads: with a write-ahead log its transaction sees one state and holds nobody up. */
function openSqlite(tables: Tables): Snapshot {
  const database = new Database(path.join(readSettings().dataDir, 'klartext.db'), { readonly: true, fileMustExist: true })
  database.exec('begin')
  // the snapshot is taken by the first read
  database.prepare('select 1 from sqlite_master').get()
  return {
    tables,
    async* rows(table) {
      let after: unknown = -1
      for (;;) {
        const rows: unknown = database.prepare(`select rowid as "rowid of the row", * from "${table}" where rowid > ? order by rowid limit ${batchSize}`).all(after)
        const batch = v.parse(rowsSchema, rows)
        if (batch.length === 0)
          return
        yield toRows(columnsOf(tables, table), batch)
        after = batch.at(-1)?.['rowid of the row']
        // requests are answered between two batches
        await new Promise(resolve => setImmediate(resolve))
      }
    },
    async close() {
      database.close()
    },
  }
}

const casts: Partial<Record<ColumnKind, (column: string) => string>> = {
  integer: column => `${column}::text`,
  number: column => `${column}::float8`,
  date: column => `${column}::text`,
  time: column => `${column}::text`,
  json: column => `${column}::text`,
  bytes: column => `encode(${column}, 'base64')`,
}

async function openPostgres(knex: Knex, tables: Tables): Promise<Snapshot> {
  const trx = await knex.transaction(undefined, { isolationLevel: 'repeatable read', readOnly: true })
  // the snapshot is taken by the first statement
  await trx.raw('select 1')
  return {
    tables,
    async* rows(table) {
      const columns = columnsOf(tables, table)
      const list = Object.entries(columns).map(([name, kind]) => `${casts[kind]?.(`"${name}"`) ?? `"${name}"`} as "${name}"`).join(', ')
      await trx.raw(`declare backup_rows no scroll cursor for select ${list} from "${table}" order by ctid`)
      for (;;) {
        const { rows }: { rows: unknown } = await trx.raw(`fetch ${batchSize} from backup_rows`)
        const batch = toRows(columns, rows)
        if (batch.length === 0)
          break
        yield batch
      }
      await trx.raw('close backup_rows')
    },
    async close() {
      await trx.rollback()
    },
  }
}
