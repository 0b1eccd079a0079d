import type { FreshCms } from '../../harness/fresh-cms'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { bootCms } from '../../harness/boot'

/** Two CMSs that were started in the same moment on one empty PostgreSQL, each with a data folder of its own. */
export interface Pair {
  a: FreshCms
  b: FreshCms
  dispose: () => Promise<void>
}

/** Starts a pair; must run on PostgreSQL. */
export async function startPair(environment: Record<string, string> = {}): Promise<Pair> {
  const { postgresUrl } = inject('template')
  if (postgresUrl === null)
    throw new Error('A pair needs PostgreSQL.')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-pair-'))
  const name = path.basename(folder).replace(/\W/g, '_').toLowerCase()
  const client = new pg.Client({ connectionString: `${postgresUrl}/postgres` })
  await client.connect()
  try {
    await client.query(`create database "${name}"`)
  }
  finally {
    await client.end()
  }
  const databaseUrl = `${postgresUrl}/${name}`
  const start = async (own: string): Promise<FreshCms> => {
    const cms = await bootCms({ dataDir: path.join(folder, own), databaseUrl, environment: { ...environment, CMS_URL: 'https://redaktion.sjovik.example' } })
    return { ...cms, databaseUrl, dispose: async () => cms.stop() }
  }
  const [a, b] = await Promise.all([start('a'), start('b')])
  return {
    a,
    b,
    async dispose() {
      await Promise.all([a.stop(), b.stop()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
