import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import type { RandomWorld } from './random-world'
import { commentSchema } from '@klartext/contract'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { createNewsroom } from './newsroom'
import { createRandomWorld } from './random-world'

let cms: FreshCms
let room: Newsroom
let world: RandomWorld

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  world = await createRandomWorld(cms, room)
})
afterAll(async () => cms?.dispose())

const steps = () => fc.array(fc.constant(null).chain(() => world.step()), { minLength: 15, maxLength: 30 })

it('whatever happens, a rebuild makes the same bytes, the chain is whole and every answer fits the contract', async () => {
  let refused = 0
  let done = 0
  await fc.assert(fc.asyncProperty(steps(), async (history) => {
    for (const [, run] of history) {
      const before = await room.lastSeq()
      const error = await run().then(() => null, (error: Error) => error)
      if (error) {
        refused += 1
        expect(error, error.message).toMatchObject({ remoteName: 'ValidationError' })
        expect(await room.lastSeq()).toBe(before)
      }
      else {
        done += 1
      }
    }
    const before = await room.readModel()
    await cms.run('rebuild')
    expect(await room.readModel()).toEqual(before)
    expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
    for (const { subject_type: type, document_id: id, language } of await room.sql<{ subject_type: 'article', document_id: string, language: string }>('select subject_type, document_id, language from public_document where state = \'published\''))
      await room.shown(type, id, language)
    for (const { json } of await room.sql<{ json: { data: number[] } }>('select json from public_comment'))
      v.parse(commentSchema, { ...JSON.parse(Buffer.from(json.data).toString()), replyCount: 0, replies: [] })
  }), { numRuns: 8 })
  expect(refused).toBeGreaterThan(5)
  expect(done).toBeGreaterThan(40)
}, 300_000)
