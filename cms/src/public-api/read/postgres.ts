import type { Knex } from 'knex'
import type { ReadDatabase, Row } from './read-database'
import { isRow } from './read-database'

/** Reads through the pool that Strapi opened, outside of transactions; closing is Strapi's own business. */
export function createPostgresReads(knex: Knex): ReadDatabase {
  const all = async (sql: string, bindings: readonly (string | number)[]): Promise<Row[]> => {
    const result: unknown = await knex.raw(sql, [...bindings])
    if (!isRow(result) || !Array.isArray(result.rows))
      throw new TypeError('PostgreSQL gave no rows')
    return result.rows.filter(isRow)
  }
  return {
    all,
    async first(sql, bindings) {
      return (await all(sql, bindings))[0] ?? null
    },
    close() {},
  }
}
