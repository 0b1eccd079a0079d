import type { Binding, ReadDatabase } from './read-database'
import Database from 'better-sqlite3'
import { isRow } from './read-database'

/**
 * Reads the SQLite file through a connection of its own that cannot write, so that public reads never wait for the one
 * write connection. It opens at the first read, when the tables are there.
 * @param filename absolute path
 */
export function createSqliteReads(filename: string): ReadDatabase {
  let database: Database.Database | undefined
  const statements = new Map<string, Database.Statement<Binding[]>>()

  const open = (): Database.Database => {
    const opened = new Database(filename, { readonly: true, fileMustExist: true })
    opened.pragma('busy_timeout = 5000')
    return opened
  }
  const prepared = (sql: string): Database.Statement<Binding[]> => {
    database ??= open()
    const known = statements.get(sql)
    if (known)
      return known
    const statement = database.prepare<Binding[]>(sql)
    statements.set(sql, statement)
    return statement
  }

  return {
    async all(sql, bindings) {
      return prepared(sql).all(...bindings).filter(isRow)
    },
    async first(sql, bindings) {
      const row = prepared(sql).get(...bindings)
      return isRow(row) ? row : null
    },
    async close() {
      statements.clear()
      database?.close()
      database = undefined
    },
  }
}
