import type { Knex } from 'knex'
import type { Addresses } from './present/present'
import type { Strapi } from './subjects'

/** What every step of one piece of publication work is handed. */
export interface Publication {
  strapi: Strapi
  /** The transaction that Strapi's own publish runs in. */
  trx: Knex.Transaction
  addresses: Addresses
  /** Who does it, as the log keeps it. */
  actor: string
  /** When it happens: ISO 8601 in UTC with milliseconds. */
  now: string
}
