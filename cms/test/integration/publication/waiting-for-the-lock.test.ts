import type { FreshCms } from '../../harness/fresh-cms'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { createNewsroom } from './newsroom'

const body = [{ __component: 'body.text', text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Vattnet stängs av på måndag.' }] }] }]
const note = { changeKind: 'correction', changeNote: 'Dagen var fel.' }

// on SQLite the one connection is what everybody waits for, before anything is read
describe.runIf(inject('engine') === 'postgres')('what waits for another publication', () => {
  let cms: FreshCms
  let room: ReturnType<typeof createNewsroom>
  let other: pg.Client
  beforeAll(async () => {
    cms = await freshCms()
    room = createNewsroom(cms)
    other = new pg.Client({ connectionString: cms.databaseUrl ?? '' })
    await other.connect()
  })
  afterAll(async () => {
    await other?.end()
    await cms?.dispose()
  })

  const waiting = async () => (await other.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).rowCount ?? 0

  /** Starts pieces of work one after the other while somebody else holds the publication lock → when it was given up. */
  async function behindTheLock(works: (() => Promise<unknown>)[]): Promise<number> {
    await other.query('select pg_advisory_lock(5284001)')
    const done: Promise<unknown>[] = []
    let givenUpAt = 0
    try {
      for (const [index, work] of works.entries()) {
        done.push(work())
        await expect.poll(waiting).toBe(index + 1)
      }
      givenUpAt = Date.now()
    }
    finally {
      await other.query('select pg_advisory_unlock(5284001)')
    }
    await Promise.all(done)
    return givenUpAt
  }

  it('waits half a minute at most for a machine that is gone', async () => {
    for (const [setting, value] of [['idle', '15'], ['interval', '5'], ['count', '3']])
      expect(await room.sql(`show tcp_keepalives_${setting}`)).toEqual([{ [`tcp_keepalives_${setting}`]: value }])
  })

  it('happens when its turn comes: no row of the log is older than the one before', async () => {
    const id = await room.create('article', { title: 'Vattnet', kind: 'essay', slug: 'vattnet', body })
    const givenUpAt = await behindTheLock([
      () => room.update('article', id, { title: 'Vattnet på måndag', ...note }),
      () => cms.run('withdraw', { documentId: id, language: 'sv', notice: 'Uppgiften gäller inte.' }),
    ])
    const rows = await room.sql<{ action: string, at: string }>('select action, at from publication_log where document_id = ? order by seq', [id])
    expect(rows.map(({ action }) => action)).toEqual(['published', 'published', 'withdrawn'])
    const times = rows.map(({ at }) => Date.parse(at))
    expect(times.slice(1).every(time => time >= givenUpAt)).toBe(true)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })

  it('is decided on what holds then: a withdrawn article that comes back while it is to be redacted is taken out of public', async () => {
    const id = await room.create('article', { title: 'Kanalen', kind: 'essay', slug: 'kanalen', body })
    await cms.run('withdraw', { documentId: id, language: 'sv', notice: 'Uppgiften gäller inte.' })
    await behindTheLock([
      () => room.call('article', 'publish', { documentId: id }),
      () => cms.run('redactArticle', { documentId: id, language: 'sv' }),
    ])
    expect((await fetch(`${cms.url}/api/v1/articles/kanalen`)).status).toBe(404)
    for (const table of ['public_document', 'public_listing', 'public_reference'])
      expect(await room.sql(`select 1 from ${table} where document_id = ?`, [id]), table).toEqual([])
    const totals = await room.sql('select list_key, total from public_total order by list_key')
    await cms.run('rebuild')
    expect(await room.sql('select list_key, total from public_total order by list_key')).toEqual(totals)
  })
})
