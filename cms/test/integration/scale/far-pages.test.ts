import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from '../publication/newsroom'

/*
 * Pages far down are found from marks that earlier reads left. Whatever was read before, and whatever was published between, a page
 * holds what stands at its places of the list.
 */
const columns = { firstPublishedAt: 'first_published_at', publicUpdatedAt: 'public_updated_at', title: 'sort_key' } as const

let cms: FreshCms
let room: Newsroom
beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  await cms.run('loadSite', { articles: 400, each: 0 })
})
afterAll(async () => cms?.dispose())

const answerSchema = v.object({ total: v.number(), items: v.array(v.object({ id: v.string() })) })

async function stands(list: string, column: string, direction: string): Promise<string[]> {
  const rows = await room.sql<{ document_id: string }>(
    `select document_id from public_listing where list_key = ? order by ${column} ${direction}, document_id ${direction}, language ${direction}`,
    [list],
  )
  return rows.map(row => row.document_id)
}

/** Reads pages of every order in a chosen succession, most of them twice, against the lists as they are. */
async function expectPages(): Promise<void> {
  const lists = new Map<string, string[]>()
  for (const kind of ['', 'essay']) {
    for (const [sort, column] of Object.entries(columns)) {
      for (const [sign, direction] of [['', 'asc'], ['-', 'desc']] as const)
        lists.set(`${kind} ${sign}${sort}`, await stands(kind ? `article|*|kind=${kind}` : 'article|*', column, direction))
    }
  }
  const page = fc.record({ sort: fc.constantFrom('firstPublishedAt', 'publicUpdatedAt', 'title'), sign: fc.constantFrom('', '-'), kind: fc.constantFrom('', 'essay'), limit: fc.constantFrom(20, 25, 50), page: fc.integer({ min: 4, max: 20 }) })
  await fc.assert(fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 6 }), async (pages) => {
    for (const { sort, sign, kind, limit, page } of pages.flatMap(each => [each, { ...each, page: each.page + 1 }, each])) {
      const query = new URLSearchParams({ sort: sign + sort, limit: String(limit), page: String(page), ...kind && { kind } })
      const { items, total } = v.parse(answerSchema, await (await fetch(`${cms.url}/api/v1/articles?${query}`)).json())
      const list = lists.get(`${kind} ${sign}${sort}`) ?? []
      expect(items.map(item => item.id)).toEqual(list.slice((page - 1) * limit, page * limit))
      expect(total).toBe(list.length)
    }
  }), { numRuns: 25 })
}

it('hold what stands there, whatever was read before', async () => expectPages())

it('hold it after something came in before them, moved and went away', async () => {
  const id = await room.create('article', { title: 'Artikel 0000150 till', kind: 'essay', body: body() })
  await expectPages()
  await room.update('article', id, { title: 'Artikel 0000001 till' })
  await expectPages()
  await room.unpublish('article', id)
  await expectPages()
}, 60_000)
