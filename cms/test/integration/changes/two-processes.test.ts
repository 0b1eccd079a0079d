import type { Pair } from '../replicas/pair'
import type { Follower } from './follower'
import { createClient } from '@klartext/client'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { listenToPublications } from '../../../src/changes/listen'
import { body, createNewsroom, uids } from '../publication/newsroom'
import { startPair } from '../replicas/pair'
import { startFollower } from './follower'

describe.runIf(inject('engine') === 'postgres')('two CMSs on one PostgreSQL', () => {
  let pair: Pair
  beforeAll(async () => {
    pair = await startPair()
  })
  afterAll(async () => pair?.dispose())

  async function follow(cms: Pair['a'], after?: string | number): Promise<Follower> {
    const follower = startFollower(createClient({ baseUrl: cms.url }), after)
    onTestFinished(follower.stop)
    await follower.until(({ connected }) => connected.length > 0)
    return follower
  }

  async function query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: pair.a.databaseUrl ?? '' })
    await client.connect()
    try {
      return (await client.query(text, values)).rows as Row[]
    }
    finally {
      await client.end()
    }
  }

  const seqs = ({ changes }: Follower): number[] => changes.map(({ seq }) => seq)

  it('tell each other\'s changes, every one once and in order, while both publish and take comments', async () => {
    const rooms = [createNewsroom(pair.a), createNewsroom(pair.b)] as const
    const from = await rooms[0].lastSeq()
    const followers = [await follow(pair.a), await follow(pair.b), await follow(pair.b, 0)]
    const article = await rooms[0].create('article', { title: 'Tråden', kind: 'essay', body: body(), commentsOpen: true })
    const drafts: string[] = []
    for (let number = 0; number < 20; number++)
      drafts.push(await rooms[0].draft('article', { title: `Artikel ${number}`, kind: 'essay', body: body() }))
    const comment = (number: number) => ({ uid: uids.comment, method: 'create', params: { data: { articleId: article, moderationStatus: 'approved', authorName: 'Bo', bodyText: `Kommentar ${number}.`, writtenAt: '2026-05-01T08:00:00.000Z' } } })
    const done = await Promise.all([pair.a, pair.b].map((cms, half) => cms.run('documentsAtOnce', drafts.flatMap((documentId, number) =>
      number % 2 === half ? [{ uid: uids.article, method: 'publish', params: { documentId } }, comment(number)] : []))))
    expect(done.flat()).toEqual(Array.from({ length: 40 }).fill('done'))
    const log = (await rooms[0].log(0)).map(({ seq }) => seq)
    expect(log.filter(seq => seq > from)).toHaveLength(41)
    for (const follower of followers)
      await follower.until(({ changes }) => changes.at(-1)?.seq === log.at(-1))
    expect(followers.map(seqs)).toEqual([log.filter(seq => seq > from), log.filter(seq => seq > from), log])
    expect(followers.flatMap(({ lost }) => lost)).toEqual([])
  })

  it('know each other\'s cursors', async () => {
    const room = createNewsroom(pair.a)
    const atA = await follow(pair.a)
    await room.create('topic', { name: 'Vandrar' })
    await atA.until(({ changes }) => changes.length === 1)
    const cursor = atA.changes[0]?.cursor
    expect((await follow(pair.b, cursor)).connected).toEqual([{ cursor, continued: true }])
  })

  it('hear of a read model that the other made anew', async () => {
    const atB = await follow(pair.b)
    await pair.a.run('rebuild')
    await atB.until(({ connected }) => connected.length === 2)
    expect(atB.connected[1]).toMatchObject({ continued: false })
  })

  it('listen again when the connection is lost that tells them', async () => {
    const isListening = async () => (await query('select pid from pg_stat_activity where application_name = $1 and datname = current_database() and query like $2', ['klartext-changes', 'listen%'])).length
    await expect.poll(isListening).toBe(2)
    const atB = await follow(pair.b)
    await query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()', ['klartext-changes'])
    await expect.poll(isListening, { timeout: 10_000 }).toBe(2)
    await createNewsroom(pair.a).create('topic', { name: 'Åter' })
    await atB.until(({ changes }) => changes.length === 1)
    expect(atB.lost).toEqual([])
  })

  it('are told at the commit, over a connection that comes back', async () => {
    let told = 0
    const faults: unknown[] = []
    const end = listenToPublications(pair.a.databaseUrl ?? '', () => told += 1, error => faults.push(error))
    onTestFinished(end)
    await expect.poll(() => told).toBe(1)
    await createNewsroom(pair.a).create('topic', { name: 'Sagt' })
    await expect.poll(() => told).toBe(2)
    await pair.b.run('rebuild')
    await expect.poll(() => told).toBe(3)
    expect(faults).toEqual([])
    await query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()', ['klartext-changes'])
    await expect.poll(() => told, { timeout: 10_000 }).toBe(4)
    expect(faults).toHaveLength(1)
    await createNewsroom(pair.b).create('topic', { name: 'Igen' })
    await expect.poll(() => told).toBe(5)
  })

  it('find out by looking, when nobody tells them', async () => {
    await pair.a.run('silenceNotifications')
    const atB = await follow(pair.b)
    await createNewsroom(pair.a).create('topic', { name: 'Tyst' })
    await atB.until(({ changes }) => changes.length === 1)
  })
})
