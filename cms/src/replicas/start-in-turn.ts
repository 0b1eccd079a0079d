import type { Core } from '@strapi/strapi'
import type { Release } from './database-lock'
import { readSettings } from '../settings'
import { lockDatabase } from './database-lock'

let release: Release = async () => {}

/**
 * Lets several CMSs start on one database one after the other: each makes missing tables, languages, roles and the first administrator,
 * and two that look at the same moment would both make them. Begins in `register()`, before Strapi opens the database, and ends with
 * {@link letOthersStart}, or with the process.
 */
export async function startInTurn(strapi: Core.Strapi): Promise<void> {
  release = await lockDatabase(readSettings().databaseUrl, 'start', () => {
    strapi.log.info('Another CMS is starting on this database; this one waits for its turn.')
  })
}

/** Called when everything that a start makes is there. */
export async function letOthersStart(): Promise<void> {
  await release()
}
