import type { FreshCms } from '../../harness/fresh-cms'
import type { Postgres } from '../../harness/postgres'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { bootCms } from '../../harness/boot'
import { freshCms } from '../../harness/fresh-cms'
import { startPostgres } from '../../harness/postgres'
import { openStream } from '../changes/follower'
import { createNewsroom } from '../publication/newsroom'

describe('who watches over the CMS', () => {
  let cms: FreshCms
  beforeAll(async () => {
    cms = await freshCms({ METRICS_TOKEN: 'test-metrics-token' })
  })
  afterAll(async () => cms?.dispose())

  const get = (path: string, headers: Record<string, string> = {}) => fetch(cms.url + path, { headers })
  const metric = async (name: string): Promise<number> => Number(new RegExp(`^${name.replace(/[{}]/g, String.raw`\$&`)} (\\S+)$`, 'm').exec(await (await get('/metrics')).text())?.[1])

  it('is told that it lives and can work', async () => {
    await expect.poll(async () => (await get('/readyz')).status).toBe(200)
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' })
    const lives = await get('/healthz')
    expect([lives.status, lives.headers.get('cache-control'), await lives.json()]).toEqual([200, 'no-store', { status: 'ok' }])
    expect((await fetch(`${cms.url}/healthz`, { method: 'HEAD' })).status).toBe(200)
  })

  it('is told that it can work for readers while every connection that writes is taken', async () => {
    await cms.run('takeConnections')
    try {
      expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' })
      expect((await get('/api/v1/topics')).status).toBe(200)
    }
    finally {
      await cms.run('giveConnectionsBack')
    }
  })

  it('reads what it has done', async () => {
    const changes = await metric('klartext_changes_total')
    const requests = await metric('klartext_request_seconds_count{status="2xx"}') || 0
    const missed = await metric('klartext_request_seconds_count{status="4xx"}') || 0
    const room = createNewsroom(cms)
    const { close } = await openStream(`${cms.url}/api/v1/changes`)
    await room.create('topic', { name: 'Vatten' })
    await get('/api/v1/topics')
    await get('/api/v1/articles/ingen')
    await expect.poll(async () => metric('klartext_changes_total')).toBe(changes + 1)
    expect(await metric('klartext_change_cursor')).toBe(await room.lastSeq())
    expect(await metric('klartext_stream_clients')).toBe(1)
    expect(await metric('klartext_request_seconds_count{status="2xx"}')).toBe(requests + 1)
    expect(await metric('klartext_request_seconds_count{status="4xx"}')).toBe(missed + 1)
    expect(await metric('process_resident_memory_bytes')).toBeGreaterThan(1e7)
    close()
    await expect.poll(async () => metric('klartext_stream_clients')).toBe(0)
    expect(await (await get('/metrics')).text()).toMatch(/^(?:# (?:HELP|TYPE) .+\n|[a-z_]+(?:\{[^}\n]+\})? \S+\n)+$/)
  })

  it('is a neighbour or knows the token', async () => {
    expect((await get('/metrics', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(404)
    expect((await get('/metrics', { 'x-forwarded-for': '127.0.0.1', 'authorization': 'Bearer fel' })).status).toBe(404)
    expect((await get('/metrics', { 'x-forwarded-for': '127.0.0.1', 'authorization': 'Bearer test-metrics-token' })).status).toBe(200)
  })
})

describe.runIf(inject('engine') === 'postgres')('a CMS whose PostgreSQL is lost', () => {
  let postgres: Postgres
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-unready-'))
    postgres = await startPostgres()
  })
  afterAll(async () => {
    await postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('lives, is not ready, and is again when it is back, with its stream', async () => {
    const cms = await bootCms({ dataDir: folder, databaseUrl: await postgres.createDatabase('unready') })
    const status = async (path: string) => (await fetch(cms.url + path)).status
    await expect.poll(() => status('/readyz')).toBe(200)
    await postgres.halt()
    await expect.poll(() => status('/readyz'), { timeout: 20_000 }).toBe(503)
    expect(await (await fetch(`${cms.url}/readyz`)).json()).toEqual({ status: 'waiting', reason: expect.stringContaining('The database') })
    expect(await status('/healthz')).toBe(200)
    await postgres.resume()
    await expect.poll(() => status('/readyz'), { timeout: 30_000 }).toBe(200)
    const { response, close } = await openStream(`${cms.url}/api/v1/changes?after=0`)
    expect(response.statusCode).toBe(200)
    close()
    await cms.stop()
  })
})
