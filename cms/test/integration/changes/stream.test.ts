import type { Client } from '@klartext/client'
import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import type { Follower } from './follower'
import path from 'node:path'
import { createClient } from '@klartext/client'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { bootCms } from '../../harness/boot'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom, uids } from '../publication/newsroom'
import { firstEvent, openStream, startFollower } from './follower'

let cms: FreshCms
let room: Newsroom
let client: Client
let stream: string
const followers: Follower[] = []

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  client = createClient({ baseUrl: cms.url })
  stream = `${cms.url}/api/v1/changes`
  await room.create('topic', { name: 'Vatten' })
})
afterEach(async () => {
  await Promise.all(followers.splice(0).map(follower => follower.stop()))
})
afterAll(async () => cms?.dispose())

/** Follows, and is connected. */
async function follow(after?: string | number): Promise<Follower> {
  const follower = startFollower(client, after)
  followers.push(follower)
  await follower.until(({ connected }) => connected.length > 0)
  return follower
}

const seqs = ({ changes }: Follower): number[] => changes.map(({ seq }) => seq)
const logged = async (after: number): Promise<number[]> => (await room.log(after)).map(({ seq }) => seq)

describe('the answer', () => {
  it('is a stream that no cache keeps, for who asks for one', async () => {
    const { response, close } = await openStream(stream)
    expect(response.statusCode).toBe(200)
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'access-control-allow-origin': '*',
      'vary': 'Accept',
    })
    expect(response.headers).not.toHaveProperty('content-length')
    expect(response.headers).not.toHaveProperty('content-encoding')
    close()
  })

  it.each(['application/json', '*/*', 'text/html, */*;q=0.8', 'text/event-stream;q=0.5, application/json', 'text/event-stream;q=0'])('is the feed for Accept: %s', async (accept) => {
    const answer = await fetch(stream, { headers: { accept } })
    expect([answer.headers.get('content-type'), answer.headers.get('vary')]).toEqual(['application/json; charset=utf-8', 'Accept'])
    expect(await answer.json()).toMatchObject({ items: [{ seq: 1 }] })
  })

  it('to HEAD has the headers and no body, and to OPTIONS what may be asked', async () => {
    const head = await fetch(stream, { method: 'HEAD', headers: { accept: 'text/event-stream' } })
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'text/event-stream; charset=utf-8', ''])
    const options = await fetch(stream, { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
    expect(options.headers.get('access-control-allow-headers')).toContain('Last-Event-ID')
    expect((await fetch(stream, { method: 'POST', headers: { accept: 'text/event-stream' } })).status).toBe(405)
  })

  it.each(['?after=x', '?after=1&limit=5', '?after=1&after=2', '?after=1.å'])('to %s is a problem', async (query) => {
    const answer = await fetch(stream + query, { headers: { accept: 'text/event-stream' } })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
  })
})

describe('the position', () => {
  it('goes on where the log has the place that is asked for', async () => {
    const last = await room.lastSeq()
    const [{ cursor, continued } = { cursor: '', continued: true }] = (await follow()).connected
    expect([cursor.split('.')[0], continued]).toEqual([String(last), false])
    for (const [asked, isKnown] of [[cursor, true], [0, true], [last, true], [last + 1, false], [`${last}.AAAAAAAAAAAAAAAA`, false], [`${last + 1}.${cursor.split('.')[1]}`, false], ['9007199254740991', false]] as const)
      expect({ asked, connected: (await follow(asked)).connected }).toEqual({ asked, connected: [{ cursor: asked === 0 ? expect.stringMatching(/^0\./) : cursor, continued: isKnown }] })
  })

  it('is taken from Last-Event-ID before the query, and one that cannot be read is of another log', async () => {
    const [{ cursor } = { cursor: '' }] = (await follow()).connected
    for (const [id, expected] of [['0', /^id: 0\.\S+\nevent: position\ndata: \{"continued":true\}$/], ['hej', /data: \{"continued":false\}$/], ['', /data: \{"continued":true\}$/]] as const) {
      const { response, close } = await openStream(`${stream}?after=${cursor}`, { 'last-event-id': id })
      expect(await firstEvent(response)).toMatch(expected)
      close()
    }
  })
})

describe('the changes', () => {
  it('of every sort come as the feed tells them', async () => {
    const from = await room.lastSeq()
    const follower = await follow()
    const person = await room.create('person', { name: 'Ylva Ström', slug: 'ylva-strom', role: 'ingenjör' })
    const article = { title: 'Bron', slug: 'bron', kind: 'essay', authors: [person], body: body(), commentsOpen: true }
    const bridge = await room.create('article', article)
    const gone = await room.create('article', { ...article, title: 'Borta', slug: 'borta' })
    const closing = await room.create('article', { ...article, title: 'Stängd', slug: 'stangd' })
    const comment = await room.draft('comment', { articleId: bridge, moderationStatus: 'approved', authorName: 'Agda', bodyText: 'Hej.', writtenAt: '2026-05-01T08:00:00.000Z' })
    await room.call('comment', 'update', { documentId: comment, data: { moderationStatus: 'hidden', hiddenRule: 'Personangrepp', hiddenAt: '2026-05-02T08:00:00.000Z' } })
    await room.update('article', closing, { commentsCloseAfterDays: 5 })
    await cms.run('closeDue', { now: '2099-01-01T00:00:00.000Z' })
    await cms.run('withdraw', { documentId: gone, language: 'sv', notice: 'Artikeln var fel.', actor: 'system' })
    // where a thread is, is told as it is when it is read
    const whilePublic = (await client.changes.page({ after: from })).items
    await follower.until(({ changes }) => changes.length === whilePublic.length)
    await room.unpublish('article', bridge)
    await cms.run('redactArticle', { documentId: bridge, language: 'sv' })
    const last = await room.lastSeq()
    await follower.until(({ changes }) => changes.at(-1)?.seq === last)
    const items = [...whilePublic, ...(await client.changes.page({ after: whilePublic.at(-1)?.seq ?? 0 })).items]
    expect(follower.changes.map(({ cursor, ...change }) => change)).toEqual(items)
    expect(new Set(follower.changes.map(({ action }) => action))).toEqual(new Set(['published', 'comment-approved', 'comment-hidden', 'comments-closed', 'withdrawn', 'unpublished', 'redacted']))
    expect(follower.changes.map(({ cursor, seq }) => [cursor.split('.')[0], seq])).toEqual(items.map(({ seq }) => [String(seq), seq]))
  })

  it('come from any place of the log, once and in order, while several publish and write comments at once', async () => {
    const from = await room.lastSeq()
    const article = await room.create('article', { title: 'Tråden', kind: 'essay', body: body(), commentsOpen: true })
    const drafts: string[] = []
    for (let number = 0; number < 24; number++)
      drafts.push(await room.draft('article', { title: `Artikel ${number}`, kind: 'essay', body: body() }))
    const watchers = [await follow(from), await follow(), await follow(0)]
    const began = await room.lastSeq()
    const publishing = drafts.map((documentId, number) => number % 3 === 0
      ? cms.run('documentsAtOnce', [
          { uid: uids.article, method: 'publish', params: { documentId } },
          { uid: uids.comment, method: 'create', params: { data: { articleId: article, moderationStatus: 'approved', authorName: 'Bo', bodyText: `Kommentar ${number}.`, writtenAt: '2026-05-01T08:00:00.000Z' } } },
        ])
      : room.publish('article', documentId))
    // some come and leave meanwhile, and begin where they have been
    const guests = (async () => {
      const seen: number[] = []
      let cursor: string | number = from
      for (let visit = 0; visit < 12; visit++) {
        const guest = startFollower(client, cursor)
        const enough = seen.length + 1 + visit % 4
        await guest.until(({ changes }) => seen.length + changes.length >= enough)
        await guest.stop()
        seen.push(...seqs(guest))
        cursor = guest.changes.at(-1)?.cursor ?? cursor
      }
      return { seen, cursor }
    })()
    await Promise.all(publishing)
    const { seen, cursor } = await guests
    const last = await room.lastSeq()
    const rest = await follow(cursor)
    for (const follower of [...watchers, rest])
      await follower.until(({ changes }) => changes.at(-1)?.seq === last)
    const all = await logged(0)
    expect(all.length).toBeGreaterThan(32)
    expect(watchers.map(seqs)).toEqual([all.filter(seq => seq > from), all.filter(seq => seq > began), all])
    expect([...seen, ...seqs(rest)]).toEqual(all.filter(seq => seq > from))
    expect([...watchers, rest].flatMap(({ lost }) => lost)).toEqual([])
  })

  it('of a thousand years come as well as the newest', async () => {
    await cms.run('growLog', { count: 2_500 })
    const follower = await follow(0)
    await room.create('topic', { name: 'Sist' })
    const all = await logged(0)
    await follower.until(({ changes }) => changes.at(-1)?.seq === all.at(-1))
    expect(seqs(follower)).toEqual(all)
    expect(follower.lost).toEqual([])
  })

  it('of one address go to fifty at once, and to another one when one has left', async () => {
    const open = await Promise.all(Array.from({ length: 50 }, () => openStream(stream)))
    const answer = await fetch(stream, { headers: { accept: 'text/event-stream' } })
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([429, '1', 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ type: 'https://sjovik.example/api#problem-rate-limited', status: 429 })
    expect((await fetch(stream, { method: 'HEAD', headers: { accept: 'text/event-stream' } })).status).toBe(200)
    expect((await fetch(stream)).status).toBe(200)
    const follower = startFollower(client)
    followers.push(follower)
    await follower.until(({ lost }) => lost.length > 0)
    open.pop()?.close()
    await follower.until(({ connected }) => connected.length > 0)
    open.forEach(({ close }) => close())
  })
})

it('a read model that was made anew is a new position for everybody', async () => {
  const follower = await follow()
  const [{ cursor } = { cursor: '' }] = follower.connected
  await cms.run('rebuild')
  await follower.until(({ connected }) => connected.length === 2)
  expect(follower.connected[1]).toEqual({ cursor: expect.not.stringContaining(cursor), continued: false })
  expect((await follow(cursor)).connected[0]).toMatchObject({ continued: false })
})

it('a restored backup is another log for who has seen more, also when it has grown past the place', async () => {
  const file = path.join(cms.dataDir, 'backup.tar.gz')
  const early = await follow()
  const before = early.connected[0]?.cursor
  await cms.run('command', { name: 'backup', input: { file } })
  await room.create('topic', { name: 'Ett' })
  await room.create('topic', { name: 'Två' })
  await early.until(({ changes }) => changes.length === 2)
  const seen = early.changes.at(-1)?.cursor
  expect(await cms.run('command', { name: 'restore', input: { file, isConfirmed: true, erasures: null } })).toMatchObject({ erasedAgain: 0 })
  await early.until(({ connected }) => connected.length === 2)
  expect(early.connected[1]).toEqual({ cursor: before, continued: false })
  for (const name of ['Tre', 'Fyra', 'Fem'])
    await room.create('topic', { name })
  await early.until(({ changes }) => changes.length === 5)
  expect((await follow(seen)).connected).toMatchObject([{ continued: false }])
  expect((await follow(before)).connected).toEqual([{ cursor: before, continued: true }])
})

it('a place outlives a restart; what happened meanwhile comes, and nobody holds up the stop', async () => {
  const follower = await follow()
  const [{ cursor } = { cursor: '' }] = follower.connected
  const last = await room.lastSeq()
  await cms.stop()
  const again = { ...cms, ...await bootCms({ dataDir: cms.dataDir, databaseUrl: cms.databaseUrl ?? undefined, port: cms.port }) }
  onTestFinished(async () => again.stop())
  room = createNewsroom(again)
  await follower.until(({ connected }) => connected.length === 2)
  expect(follower.connected[1]).toEqual({ cursor, continued: true })
  await room.create('topic', { name: 'Efter' })
  await follower.until(({ changes }) => changes.length > 0)
  expect(seqs(follower)).toEqual(await logged(last))
})
