import type { BootedCms } from '../../harness/boot'
import type { Postgres } from '../../harness/postgres'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { problemSchema } from '@klartext/contract'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { bootCms } from '../../harness/boot'
import { startPostgres } from '../../harness/postgres'

describe.runIf(inject('engine') === 'postgres')('a PostgreSQL that is lost', () => {
  let postgres: Postgres
  let cms: BootedCms
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-lost-'))
    postgres = await startPostgres()
    cms = await bootCms({ dataDir: folder, databaseUrl: await postgres.createDatabase('lost') })
  })
  afterAll(async () => {
    await cms?.stop('SIGKILL')
    await postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('is a matter of some seconds for the public API, and forgotten when it is back', async () => {
    const changes = `${cms.url}/api/v1/changes`
    expect((await fetch(changes)).status).toBe(200)
    await postgres.halt()
    for (const path of ['changes', 'articles', 'articles/bron', 'people?limit=5', 'articles/bron/comments']) {
      const answer = await fetch(`${cms.url}/api/v1/${path}`)
      expect({ status: answer.status, type: answer.headers.get('content-type'), retry: answer.headers.get('retry-after'), cache: answer.headers.get('cache-control') })
        .toEqual({ status: 503, type: 'application/problem+json', retry: '5', cache: 'no-store' })
      expect(v.parse(problemSchema, await answer.json())).toMatchObject({ type: 'https://sjovik.example/api#problem-unavailable', status: 503, detail: 'The API cannot answer right now; try again in a moment.' })
    }
    expect((await fetch(`${cms.url}/api/v1/api-info`)).status).toBe(200)
    await postgres.resume()
    expect((await fetch(changes)).status).toBe(200)
  })
})
