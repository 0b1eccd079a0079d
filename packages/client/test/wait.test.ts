import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { wait } from '../src/wait.js'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const reason = new Error('the reader left')

it('ends when its time has passed and not before', async () => {
  const ended = vi.fn()
  const waiting = wait(200, new AbortController().signal).then(ended)
  await vi.advanceTimersByTimeAsync(199)
  expect(ended).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  await waiting
  expect(ended).toHaveBeenCalledOnce()
})

it('ends at once when the signal is aborted, and leaves no timer', async () => {
  const controller = new AbortController()
  const waiting = wait(200, controller.signal)
  controller.abort(reason)
  await expect(waiting).rejects.toBe(reason)
  expect(vi.getTimerCount()).toBe(0)
})

it('does not begin when the signal is aborted already', async () => {
  await expect(wait(200, AbortSignal.abort(reason))).rejects.toBe(reason)
  expect(vi.getTimerCount()).toBe(0)
})
