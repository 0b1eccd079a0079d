import type { ChangePage } from '@klartext/contract'
import { changePageSchema } from '@klartext/contract'
import { parse } from 'valibot'
import { describe, expect, it } from 'vitest'
import { createClient } from '../src/index.js'
import { example, json, startServer } from './api-server.js'

const changePage = (after: number, more: boolean): ChangePage => ({ ...parse(changePageSchema, example('change-page')), after, more })

async function collect(pages: AsyncIterable<ChangePage>): Promise<number[]> {
  const afters: number[] = []
  for await (const { after } of pages)
    afters.push(after)
  return afters
}

describe('all changes', () => {
  it.each([
    [{}, [changePage(100, true), changePage(140, true), changePage(150, false)], ['', '?after=100', '?after=140'], [100, 140, 150]],
    [{ after: 140, limit: 10 }, [changePage(150, true), changePage(151, false)], ['?after=140&limit=10', '?after=150&limit=10'], [150, 151]],
    [{ after: 150 }, [changePage(150, false)], ['?after=150'], [150]],
  ])('from %j are read page by page to the present', async (query, pages, asked, afters) => {
    const { baseUrl, received } = await startServer(...pages.map(page => json(page)))
    expect(await collect(createClient({ baseUrl }).changes.all(query))).toEqual(afters)
    expect(received.map(({ url }) => url)).toEqual(asked.map(search => `/api/v1/changes${search}`))
  })

  it('are not asked for without end when a page leads nowhere', async () => {
    const { baseUrl, received } = await startServer(json(changePage(100, true)))
    await expect(collect(createClient({ baseUrl }).changes.all({ after: 50 }))).rejects.toMatchObject({ name: 'ContractMismatch', path: 'after' })
    expect(received).toHaveLength(2)
  })

  it('are asked for only as far as they are read', async () => {
    const { baseUrl, received } = await startServer(json(changePage(100, true)))
    expect((await createClient({ baseUrl }).changes.all().next()).value).toMatchObject({ after: 100 })
    expect(received).toHaveLength(1)
  })
})
