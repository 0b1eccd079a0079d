import type { Core } from '@strapi/strapi'
import type { PublicApi } from './handle-public-request'
import path from 'node:path'
import { createIntake } from '../dialogue/submit/create-intake'
import { readSecret, readSettings } from '../settings'
import { createPostgresReads } from './read/postgres'
import { createSqliteReads } from './read/sqlite'

/** The public API on a Strapi's database; its own connection closes with the HTTP server. */
export function createPublicApi(strapi: Core.Strapi): PublicApi {
  const { cmsUrl, siteUrl, databaseUrl, dataDir, proxyHops } = readSettings()
  const database = databaseUrl
    ? createPostgresReads(strapi.db.connection)
    : createSqliteReads(path.join(dataDir, 'klartext.db'))
  strapi.server.httpServer.once('close', () => database.close())
  return {
    database,
    cmsUrl,
    siteUrl,
    intake: createIntake(strapi),
    trust: { siteKey: readSecret('SITE_KEY'), proxyHops },
    onFault: error => strapi.log.error(error),
  }
}
