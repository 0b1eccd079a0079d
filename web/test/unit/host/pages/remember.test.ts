import { expect, it, vi } from 'vitest'
import { remember } from '../../../../host/pages/remember'

const reading = () => vi.fn((url: string) => ({ url }))

it('reads an address once', () => {
  const read = reading()
  const what = remember(read)
  expect(what('/a')).toBe(what('/a'))
  expect(what('/b')).toEqual({ url: '/b' })
  expect(read.mock.calls).toEqual([['/a'], ['/b']])
})

it('forgets the one that it has known longest when it knows 4,000', () => {
  const read = reading()
  const what = remember(read)
  for (let number = 0; number <= 4_000; number++)
    what(`/${number}`)
  read.mockClear()
  what('/4000')
  what('/1')
  expect(read).not.toHaveBeenCalled()
  expect(what('/0')).toEqual({ url: '/0' })
  expect(read).toHaveBeenCalledOnce()
})

it('reads an address of over 300 characters each time', () => {
  const read = reading()
  const what = remember(read)
  const [longest, tooLong] = ['x'.repeat(300), 'x'.repeat(301)]
  for (const url of [longest, longest, tooLong, tooLong])
    what(url)
  expect(read.mock.calls.flat()).toEqual([longest, tooLong, tooLong])
})
