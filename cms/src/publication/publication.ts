import type { Knex } from 'knex'
import type { Addresses } from './present/present'
import type { Strapi } from './subjects'
import { readSettings } from '../settings'
import { currentActor } from './actor'

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

/** Everything that one piece of publication work needs, as things stand now. */
export function createPublication(strapi: Strapi, trx: Publication['trx']): Publication {
  const { siteUrl, cmsUrl } = readSettings()
  return { strapi, trx, addresses: { siteUrl, cmsUrl }, actor: currentActor(strapi), now: new Date().toISOString() }
}
