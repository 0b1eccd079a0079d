import type { Core } from '@strapi/strapi'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { keepAlives, postgresConnection } from '../src/postgres-connection'
import { readSettings } from '../src/settings'
import { keepStatements } from '../src/sqlite-statements'

interface SqliteConnection { pragma: (statement: string) => unknown, prepare: (sql: string) => unknown }

interface PostgresConnection { query: (sql: string, done: (error: Error | null) => void) => void }

const isPostgresConnection = (connection: unknown): connection is PostgresConnection =>
  typeof connection === 'object' && connection !== null && 'query' in connection

const isSqliteConnection = (connection: unknown): connection is SqliteConnection =>
  typeof connection === 'object' && connection !== null && 'pragma' in connection && 'prepare' in connection

export default (): Core.Config.Database => {
  const { databaseUrl, dataDir } = readSettings()
  // a removed attribute must never drop its column with the data
  const settings = { forceMigration: false }
  // an error is logged with its statement, never with the values in it: some are readers'
  const compileSqlOnError = false
  if (databaseUrl) {
    return {
      connection: {
        client: 'postgres',
        connection: postgresConnection(databaseUrl),
        pool: {
          min: 2,
          max: 10,
          // the publication lock belongs to one of these
          afterCreate(connection, done) {
            if (!isPostgresConnection(connection))
              return done(new Error('The PostgreSQL driver gave no connection.'))
            connection.query(keepAlives, error => done(error ?? undefined, connection))
          },
        },
        acquireConnectionTimeout: 20_000,
        compileSqlOnError,
      },
      settings,
    }
  }
  mkdirSync(dataDir, { recursive: true })
  return {
    connection: {
      client: 'sqlite',
      connection: { filename: path.join(dataDir, 'klartext.db') },
      useNullAsDefault: true,
      acquireConnectionTimeout: 20_000,
      compileSqlOnError,
      pool: {
        // a second write connection in one process blocks the event loop, then fails with SQLITE_BUSY
        min: 1,
        max: 1,
        afterCreate(connection, done) {
          if (!isSqliteConnection(connection))
            return done(new Error('The SQLite driver gave no connection.'))
          connection.pragma('busy_timeout = 5000')
          connection.pragma('journal_mode = WAL')
          // what was acknowledged is on disk, also after a power cut
          connection.pragma('synchronous = FULL')
          keepStatements(connection)
          done(undefined, connection)
        },
      },
    },
    settings,
  }
}
