import type { BootedCms, BootOptions } from './boot'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { bootCms } from './boot'

export interface FreshCms extends BootedCms {
  databaseUrl: string | null
  /** Ends the server and removes its data. */
  dispose: () => Promise<void>
}

/** A CMS of its own for one suite, on a copy of the template: nothing published, one administrator. */
export async function freshCms(environment: BootOptions['environment'] = {}): Promise<FreshCms> {
  const { folder, databaseUrl } = await freshData()
  const cms = await bootCms({ dataDir: folder, databaseUrl: databaseUrl ?? undefined, environment })
  return {
    ...cms,
    databaseUrl,
    async dispose() {
      await cms.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A copy of the template's data folder and database, with no CMS running on it. */
export async function freshData(): Promise<{ folder: string, databaseUrl: string | null }> {
  const template = inject('template')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-cms-'))
  await cp(template.dataDir, folder, { recursive: true })
  if (!template.postgresUrl)
    return { folder, databaseUrl: null }
  const name = `klartext_${path.basename(folder).replace(/\W/g, '_').toLowerCase()}`
  const client = new pg.Client({ connectionString: `${template.postgresUrl}/postgres` })
  await client.connect()
  try {
    await client.query(`create database "${name}" template template_klartext`)
  }
  finally {
    await client.end()
  }
  return { folder, databaseUrl: `${template.postgresUrl}/${name}` }
}
