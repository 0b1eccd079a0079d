import { expect, it } from 'vitest'
import { createListMarks } from '../../../src/public-api/read/list-marks'

const mark = (id: string) => ({ place: '2026-01-01', id, language: 'sv' })

it('finds a mark of the same list, place and state of the log, and no other', () => {
  const marks = createListMarks()
  marks.keep('article|* sort_key asc', 200, 7, mark('a'))
  expect(marks.find('article|* sort_key asc', 200, 7)).toEqual(mark('a'))
  expect(marks.find('article|* sort_key asc', 220, 7)).toBeUndefined()
  expect(marks.find('article|* sort_key desc', 200, 7)).toBeUndefined()
  expect(marks.find('article|* sort_key asc', 200, 8)).toBeUndefined()
})

it('keeps the newest of two marks of one place', () => {
  const marks = createListMarks()
  marks.keep('list', 200, 7, mark('a'))
  marks.keep('list', 200, 8, mark('b'))
  expect(marks.find('list', 200, 8)).toEqual(mark('b'))
  expect(marks.find('list', 200, 7)).toBeUndefined()
})

it('lets the one go that was asked for longest ago', () => {
  const marks = createListMarks(2)
  marks.keep('list', 100, 1, mark('a'))
  marks.keep('list', 200, 1, mark('b'))
  marks.find('list', 100, 1)
  marks.keep('list', 300, 1, mark('c'))
  expect([100, 200, 300].filter(offset => marks.find('list', offset, 1))).toEqual([100, 300])
})
