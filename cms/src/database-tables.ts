import type { Knex } from 'knex'

/**
 * Makes a table outside Strapi's model graph where it is missing; Strapi's schema sync leaves such tables alone.
 * @param knex outside any transaction
 * @param name the table
 * @param shape its columns and indexes
 */
export async function createMissing(knex: Knex, name: string, shape: (table: Knex.CreateTableBuilder) => void): Promise<void> {
  if (!await knex.schema.hasTable(name))
    await knex.schema.createTable(name, shape)
}
