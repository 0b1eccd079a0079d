import { describe, expect, it } from 'vitest'
import { pageCount, pageQuery } from '#shared/paging'

describe('pageCount', () => {
  it.each([[0, 20, 1], [1, 20, 1], [20, 20, 1], [21, 20, 2], [10_000, 100, 100]])('%i things, %i a page: %i', (total, limit, pages) => {
    expect(pageCount(total, limit)).toBe(pages)
  })
})

describe('pageQuery', () => {
  it.each([[1, null], [2, 2]])('page %i has the query %s', (page, query) => {
    expect(pageQuery(page)).toEqual({ page: query })
  })
})
