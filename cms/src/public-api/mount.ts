import type { Core } from '@strapi/strapi'
import type { PublicApi } from './handle-public-request'
import path from 'node:path'
import { changeStreamOf } from '../changes/change-stream'
import { keepMonths } from '../dialogue/openness/keep-months'
import { createIntake } from '../dialogue/submit/create-intake'
import { readSecret, readSettings } from '../settings'
import { createListMarks } from './read/list-marks'
import { createPostgresReads } from './read/postgres'
import { createSqliteReads } from './read/sqlite'

/** The public API on a Strapi's database; its own connection closes with the HTTP server. */
export function createPublicApi(strapi: Core.Strapi): PublicApi {
  const { cmsUrl, siteUrl, databaseUrl, dataDir, proxyHops } = readSettings()
  const database = databaseUrl
    ? createPostgresReads(databaseUrl)
    : createSqliteReads(path.join(dataDir, 'klartext.db'))
  const changes = changeStreamOf(strapi)
  const onFault = (error: unknown): void => {
    strapi.log.error(error)
  }
  strapi.server.httpServer.once('close', () => {
    database.close().catch(onFault)
  })
  return {
    database,
    marks: createListMarks(),
    cmsUrl,
    siteUrl,
    changes,
    keepMonths: (organisationId, months) => keepMonths(strapi, organisationId, months),
    intake: createIntake(strapi),
    trust: { siteKey: readSecret('SITE_KEY'), proxyHops },
    onFault,
  }
}
