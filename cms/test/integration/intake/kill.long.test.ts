import type { BootedCms } from '../../harness/boot'
import type { Desk } from './intake-desk'
import { randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { commentReceiptSchema } from '@klartext/contract'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bootCms } from '../../harness/boot'
import { freshData } from '../../harness/fresh-cms'
import { createDesk, newAddress } from './intake-desk'

const kills = 20
const comments = 2000
const writers = 8

let data: { folder: string, databaseUrl: string | null }
let cms: BootedCms
let desk: Desk

async function boot(): Promise<void> {
  const most = '1000000/3600'
  cms = await bootCms({
    dataDir: data.folder,
    databaseUrl: data.databaseUrl ?? undefined,
    environment: { COMMENT_LIMIT_SENDER: most, COMMENT_LIMIT_ARTICLE: most, COMMENT_LIMIT_SITE: most },
  })
  desk = createDesk({ ...cms, databaseUrl: data.databaseUrl, dispose: async () => cms.stop() })
}

beforeAll(async () => {
  data = await freshData()
  await boot()
})
afterAll(async () => cms?.stop())

it('every acknowledged comment is there once, however often the CMS is killed', { timeout: 1_800_000 }, async () => {
  const articleId = await desk.article('bron')
  const acknowledged = new Map<string, string>()
  const waiting = Array.from({ length: comments }, (_, index) => ({ key: randomUUID() as string, json: { name: `Läsare ${index}`, text: `Synpunkt nummer ${index}, ${randomUUID()}.` }, address: newAddress() }))
  let restarting: Promise<void> = Promise.resolve()
  let booting: Promise<void> = Promise.resolve()
  let taken = 0
  let killed = 0

  /** Sends one until it is acknowledged, then once more. */
  async function write({ key, json, address }: (typeof waiting)[number]): Promise<void> {
    for (let left = 2; left > 0;) {
      await booting
      try {
        const reply = await desk.send('bron', json, { key, address })
        const { id } = v.parse(commentReceiptSchema, reply.json)
        expect(acknowledged.get(key) ?? id).toBe(id)
        acknowledged.set(key, id)
        left -= 1
      }
      catch (error) {
        // the connection broke, or the CMS is not there yet: only that may go wrong
        if (!(error instanceof TypeError))
          throw error
      }
    }
  }

  async function writer(): Promise<void> {
    for (let next = waiting[taken++]; next; next = waiting[taken++]) {
      await write(next)
      if (killed < kills && acknowledged.size >= (killed + 1) * Math.floor(comments / (kills + 1))) {
        killed += 1
        restarting = restarting.then(restart)
      }
    }
  }

  async function restart(): Promise<void> {
    // at any moment of somebody's write, not only just after an acknowledgement
    await setTimeout(randomInt(100))
    const gone = once(cms.process, 'exit')
    cms.process.kill('SIGKILL')
    booting = gone.then(boot)
    await booting
  }

  await Promise.all(Array.from({ length: writers }, writer))
  await restarting
  expect(killed).toBe(kills)
  expect(acknowledged.size).toBe(comments)
  const kept = await desk.comments(articleId)
  expect(kept.map(row => row.document_id).sort()).toEqual([...acknowledged.values()].sort())
  const sent = new Map(waiting.map(({ key, json }) => [acknowledged.get(key), json]))
  for (const row of kept)
    expect({ name: row.author_name, text: row.body_text }).toEqual(sent.get(row.document_id))
  const belonging = await desk.room.sql<{ total: number | string }>(
    `select count(*) as total from comment_submission s join moderation_item m on m.comment_id = s.comment_id
     where exists (select 1 from moderation_ledger l where l.comment_id = s.comment_id and l.event = 'received')`,
  )
  expect(Number(belonging[0]?.total)).toBe(comments)
})
