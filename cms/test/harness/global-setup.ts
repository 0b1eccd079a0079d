import type { TestProject } from 'vitest/node'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { bootCms } from './boot'
import { startPostgres } from './postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    engine: 'sqlite' | 'postgres'
    /** A data folder (and database) that a CMS has booted on once: schema, roles and first administrator are there. */
    template: { dataDir: string, databaseUrl: string | null, postgresUrl: string | null }
  }
}

const cmsDir = path.resolve(__dirname, '..', '..')
let compiled: Promise<unknown> | undefined

/** Compiles the CMS once, boots it once on an empty database, and keeps that state as the template of every suite. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = project.config.env.KLARTEXT_TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite'
  compiled ??= promisify(execFile)(process.execPath, [path.join(cmsDir, 'test/harness/compile.cjs')], { cwd: cmsDir })
  await compiled
  const folder = await mkdtemp(path.join(os.tmpdir(), `klartext-cms-${engine}-`))
  const postgres = engine === 'postgres' ? await startPostgres() : null
  const databaseUrl = await postgres?.createDatabase('template_klartext') ?? null
  const dataDir = path.join(folder, 'template')
  const cms = await bootCms({ dataDir, databaseUrl: databaseUrl ?? undefined })
  await cms.stop()
  project.provide('engine', engine)
  project.provide('template', { dataDir, databaseUrl, postgresUrl: databaseUrl?.replace(/\/[^/]*$/, '') ?? null })
  return async () => {
    await postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
