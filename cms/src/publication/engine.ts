import type { Knex } from 'knex'

/** Whether the CMS runs on PostgreSQL; otherwise it is SQLite. */
export const isPostgres = (knex: Knex): boolean => knex.client.config.client === 'pg'
