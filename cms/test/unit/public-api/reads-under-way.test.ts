import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { afterReads, asRead, besideReads } from '../../../src/public-api/reads-under-way'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A read that goes on until it is told to end, and whether something that waits for reads has gone on. */
function begin() {
  const read = Promise.withResolvers<string>()
  return { read, answer: asRead(() => read.promise) }
}

async function waits(mostMs: number) {
  let isOver = false
  const over = afterReads(mostMs).then(() => isOver = true)
  await vi.advanceTimersByTimeAsync(0)
  return { isOver: () => isOver, over }
}

it('does not wait where nobody reads', async () => {
  expect((await waits(3)).isOver()).toBe(true)
})

it('waits until the last read is answered, or has failed', async () => {
  const [first, second] = [begin(), begin()]
  const wait = await waits(3)
  first.read.resolve('bytes')
  expect(await first.answer).toBe('bytes')
  await vi.advanceTimersByTimeAsync(0)
  expect(wait.isOver()).toBe(false)
  second.read.reject(new Error('no database'))
  await expect(second.answer).rejects.toThrow('no database')
  await vi.advanceTimersByTimeAsync(0)
  expect(wait.isOver()).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})

it('goes on when the time is over, though somebody reads', async () => {
  const { read, answer } = begin()
  const wait = await waits(3)
  await vi.advanceTimersByTimeAsync(2)
  expect(wait.isOver()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(wait.isOver()).toBe(true)
  read.resolve('late')
  await answer
})

it('does not wait for a read that itself waits for a publication, and does again afterwards', async () => {
  const [publication, rest] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  const answer = asRead(async () => {
    await besideReads(async () => publication.promise)
    return rest.promise
  })
  expect((await waits(3)).isOver()).toBe(true)
  publication.resolve('committed')
  await vi.advanceTimersByTimeAsync(0)
  const wait = await waits(3)
  expect(wait.isOver()).toBe(false)
  rest.resolve('bytes')
  expect(await answer).toBe('bytes')
  await vi.advanceTimersByTimeAsync(0)
  expect(wait.isOver()).toBe(true)
  expect((await waits(3)).isOver()).toBe(true)
})
