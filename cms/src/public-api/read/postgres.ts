import type { ReadDatabase, Row } from './read-database'
import knex from 'knex'
import { postgresConnection } from '../../postgres-connection'
import { DatabaseUnavailable, isRow } from './read-database'

/**
 * Reads through connections of its own, so that public reads never wait for publications that queue up on those of Strapi. They are
 * made when they are needed, and anew when PostgreSQL comes back.
 * @param address as the settings hold it
 */
export function createPostgresReads(address: string): ReadDatabase {
  const { schema, ...connection } = postgresConnection(address)
  const database = knex({
    client: 'pg',
    connection: { ...connection, options: '-c default_transaction_read_only=on' },
    searchPath: [schema],
    pool: { min: 0, max: 5 },
    acquireConnectionTimeout: 5_000,
  })
  const all = async (sql: string, bindings: readonly (string | number)[]): Promise<Row[]> => {
    const result: unknown = await database.raw(sql, [...bindings]).catch((error: unknown) => {
      throw isUnavailable(error) ? new DatabaseUnavailable('PostgreSQL does not answer.', { cause: error }) : error
    })
    if (!isRow(result) || !Array.isArray(result.rows))
      throw new TypeError('PostgreSQL gave no rows')
    return result.rows.filter(isRow)
  }
  return {
    all,
    async first(sql, bindings) {
      return (await all(sql, bindings))[0] ?? null
    },
    close: async () => database.destroy(),
  }
}

// PostgreSQL refuses or ends connections: connection exceptions, too few resources, an operator's intervention
const passingClasses = ['08', '53', '57']

/** Whether the cause is the connection and not the statement: everything that does not come from PostgreSQL itself, too. */
function isUnavailable(error: unknown): boolean {
  if (!isRow(error) || typeof error.severity !== 'string')
    return true
  return typeof error.code === 'string' && passingClasses.includes(error.code.slice(0, 2))
}
