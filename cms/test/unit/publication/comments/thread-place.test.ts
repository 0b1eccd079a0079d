import { describe, expect, it } from 'vitest'
import { depthOf, maxDepth, numberOf, pathBelow, pathsAbove, replyBase } from '../../../../src/publication/comments/thread-place'

describe('a place in a thread', () => {
  it.each([['0003', '3', 0], ['0003.0001', '3.1', 1], ['0010.0120.0003', '10.120.3', 2], ['A00010000', '10000', 0], ['0003.A00123456.9999', '3.123456.9999', 2]])('%s is cited as %s', (path, number, depth) => {
    expect(numberOf(path)).toBe(number)
    expect(depthOf(path)).toBe(depth)
  })
  it.each([['', 3, '0003'], ['0003', 1, '0003.0001'], ['0003', 9999, '0003.9999'], ['', 10_000, 'A00010000'], ['0003', 99_999_999, '0003.A99999999']])('below "%s", number %i', (parent, ordinal, path) => expect(pathBelow(parent, ordinal)).toBe(path))
  it('has places above it, nearest first', () => {
    expect(pathsAbove('0003.0001.0002')).toEqual(['0003.0001', '0003'])
    expect(pathsAbove('0003')).toEqual([])
  })
  it('is at most so deep; a reply further down stands beside the comment that it answers', () => {
    const deepest = Array.from({ length: maxDepth + 1 }).fill('0001').join('.')
    expect(replyBase(deepest)).toBe(deepest.slice(0, -5))
    expect(replyBase(deepest.slice(0, -5))).toBe(deepest.slice(0, -5))
    expect(depthOf(pathBelow(replyBase(deepest), 2))).toBe(maxDepth)
  })
  it('sorts as text in the order of the thread', () => {
    const paths = ['0001', '0001.0001', '0001.0001.0001', '0001.0002', '0002', '0010']
    expect([...paths].reverse().sort()).toEqual(paths)
  })
})
