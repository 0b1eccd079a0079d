import process from 'node:process'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { listenForStop } from '../../process/stop-request.mjs'

function listen(...times: number[]) {
  const onSecond = vi.fn()
  const stop = listenForStop(onSecond, () => times.shift() ?? 0)
  onTestFinished(stop.dispose)
  return { stop, onSecond }
}

describe('listenForStop', () => {
  it('asks once, whatever the first signal is', async () => {
    const { stop, onSecond } = listen(1000)
    expect(stop.signal.aborted).toBe(false)
    process.emit('SIGHUP')
    expect(stop.signal.aborted).toBe(true)
    await stop.requested
    expect(onSecond).not.toHaveBeenCalled()
  })

  it('takes a signal that arrives twice at once for one wish', () => {
    const { onSecond } = listen(1000, 1002)
    process.emit('SIGHUP')
    process.emit('SIGHUP')
    expect(onSecond).not.toHaveBeenCalled()
  })

  it('insists when the person asks once more', () => {
    const { onSecond } = listen(1000, 1500)
    process.emit('SIGHUP')
    process.emit('SIGHUP')
    expect(onSecond).toHaveBeenCalledOnce()
  })

  it('listens no more when it is over', () => {
    const { stop } = listen()
    stop.dispose()
    process.emit('SIGHUP')
    expect(stop.signal.aborted).toBe(false)
  })
})
