import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom, uids } from '../publication/newsroom'

let cms: FreshCms
let room: Newsroom
beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
})
afterAll(async () => cms?.dispose())

let number = 0
async function publishMany(count: number): Promise<{ all: Promise<unknown>, isDone: () => boolean }> {
  const ids: string[] = []
  for (let index = 0; index < count; index++)
    ids.push(await room.draft('article', { title: `Artikel ${++number}`, kind: 'essay', body: body() }))
  let isDone = false
  const all = cms.run('documentsAtOnce', ids.map(documentId => ({ uid: uids.article, method: 'publish', params: { documentId } }))).finally(() => {
    isDone = true
  })
  return { all, isDone: () => isDone }
}

describe('while much is being published', () => {
  it('readers are answered', async () => {
    const { all, isDone } = await publishMany(30)
    expect((await fetch(`${cms.url}/api/v1/articles`)).status).toBe(200)
    expect(isDone()).toBe(false)
    await all
    expect(await (await fetch(`${cms.url}/api/v1/articles`)).json()).toMatchObject({ total: 30 })
  })

  it.runIf(inject('engine') === 'postgres')('readers are answered also when every connection of the publications waits', async () => {
    const other = new pg.Client({ connectionString: cms.databaseUrl ?? '' })
    await other.connect()
    await other.query('begin')
    await other.query('select pg_advisory_xact_lock(5284001)')
    const { all, isDone } = await publishMany(15)
    expect((await fetch(`${cms.url}/api/v1/articles?limit=1`)).status).toBe(200)
    expect(isDone()).toBe(false)
    await other.query('commit')
    await other.end()
    await all
  })
})
