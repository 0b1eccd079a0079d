import type { FreshCms } from '../harness/fresh-cms'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { freshCms } from '../harness/fresh-cms'

let cms: FreshCms
beforeAll(async () => { cms = await freshCms() })
afterAll(async () => cms?.dispose())

it('answers on the engine of this run', async () => {
  const answer = await fetch(`${cms.url}/_health`)
  expect(answer.status).toBe(204)
  const sql = inject('engine') === 'sqlite' ? 'select sqlite_version() as version' : 'show server_version'
  expect(await cms.run('sql', { sql })).toHaveLength(1)
})
