import type { FreshCms } from '../../harness/fresh-cms'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { pathBelow } from '../../../src/publication/comments/thread-place'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from './newsroom'

let cms: FreshCms
beforeAll(async () => {
  cms = await freshCms()
})
afterAll(async () => cms?.dispose())

const ordinal = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 9_990, max: 10_010 }), fc.integer({ min: 99_990, max: 100_010 }), fc.integer({ min: 1, max: 99_999_999 }))
const place = fc.array(ordinal, { minLength: 1, maxLength: 5 })

const inThread = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((number, index) => number !== b[index])
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? 0)
}

const collations = inject('engine') === 'postgres' ? ['', 'collate "C"', 'collate "sv-SE-x-icu"', 'collate "en-US-x-icu"', 'collate "pg_c_utf8"'] : ['', 'collate binary', 'collate nocase']

it.each(collations)('the database sorts places in the order of the thread, past 9999 too, %s', async (collation) => {
  const { sql } = createNewsroom(cms)
  await fc.assert(fc.asyncProperty(fc.uniqueArray(place, { minLength: 2, maxLength: 40, selector: String }), async (places) => {
    const paths = places.map(ordinals => ordinals.reduce(pathBelow, ''))
    const rows = await sql<{ path: string }>(`select column1 as path from (values ${paths.map(() => '(?)').join(', ')}) as places order by column1 ${collation}`, paths)
    expect(rows.map(row => row.path)).toEqual(places.sort(inThread).map(ordinals => ordinals.reduce(pathBelow, '')))
  }), { numRuns: 60 })
})

it('a comment after number 9999 is shown, answered and cited', async () => {
  const room = createNewsroom(cms)
  const articleId = await room.create('article', { title: 'Lång', slug: 'lang', kind: 'essay', body: body() })
  await cms.run('insertRows', { table: 'comment_ordinal', rows: [{ article_id: articleId, parent_path: '', last: 9_998 }] })
  const ids: string[] = []
  for (const bodyText of ['Ett.', 'Två.', 'Tre.'])
    ids.push(await room.create('comment', { articleId, bodyText, moderationStatus: 'approved' }))
  await room.create('comment', { articleId, parentId: ids[1], bodyText: 'Svar.', moderationStatus: 'approved' })
  const thread = await (await fetch(`${cms.url}/api/v1/articles/lang/comments`)).json()
  expect(thread).toMatchObject({ items: [{ number: '9999' }, { number: '10000', replies: [{ number: '10000.1' }] }, { number: '10001' }] })
})
