import type { AddressInfo, Socket } from 'node:net'
import type { ChangeTail, KnownLog, ToldChange } from '../../../src/changes/change-tail'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { logStart } from '../../../src/changes/cursor'
import { sendChanges } from '../../../src/changes/send-changes'

const endings: (() => void)[] = []
afterEach(() => endings.splice(0).forEach(end => end()))

/** A log without an end, of which it is known how much was asked for. */
function endlessTail(log: KnownLog) {
  const listeners = new Set<() => void>()
  const state = { given: 0, log: log as KnownLog | null, length: Number.POSITIVE_INFINITY }
  const tail: Pick<ChangeTail, 'log' | 'readOn' | 'subscribe'> = {
    log: () => state.log,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async readOn(_log, { seq }) {
      const batch = Array.from({ length: Math.min(200, state.length - seq) }, (_, index): ToldChange => ({ seq: seq + index + 1, chain: '', at: '', text: `id: ${seq + index + 1}\ndata: ${'x'.repeat(500)}\n\n` }))
      state.given += batch.length
      return batch
    },
  }
  return { tail, state, listeners, tell: () => listeners.forEach(listener => listener()) }
}

const log: KnownLog = { epoch: 'epoch', head: logStart, recent: [], since: logStart }

/** A client on a real connection; `sent` is settled when sending is over. */
async function startClient(tail: Pick<ChangeTail, 'log' | 'readOn' | 'subscribe'>, pace: { heartbeat: number, patience: number }): Promise<{ socket: Socket, sent: Promise<void> }> {
  const { promise: sent, resolve, reject } = Promise.withResolvers<void>()
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    sendChanges(tail, { log, place: logStart, continued: true }, response, pace).then(resolve, reject)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  endings.push(() => {
    socket.destroy()
    server.closeAllConnections()
    server.close()
  })
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  return { socket, sent }
}

it('cuts off a client that takes nothing, and reads no more of the log for it than the connection holds', async () => {
  const { tail, state, listeners } = endlessTail(log)
  const { socket, sent } = await startClient(tail, { heartbeat: 1_000, patience: 300 })
  await sent
  const given = state.given
  // what lay on the way still comes, then the connection is gone
  socket.resume()
  await once(socket, 'close')
  expect(listeners.size).toBe(0)
  expect(given).toBeLessThan(60_000)
  expect(state.given).toBe(given)
})

it('goes on with a client that only paused', async () => {
  const { tail, state } = endlessTail(log)
  state.length = 40_000
  const { socket, sent } = await startClient(tail, { heartbeat: 1_000, patience: 60_000 })
  let text = ''
  socket.on('data', chunk => text += chunk.toString('latin1')).resume()
  await expect.poll(() => text.includes('id: 40000\n'), { timeout: 20_000 }).toBe(true)
  const ids = Array.from(text.matchAll(/^id: (\d+)$/gm), ([, id]) => Number(id))
  expect(ids).toEqual(Array.from({ length: 40_000 }, (_, index) => index + 1))
  socket.destroy()
  await sent
})

it('gives signs of life, ends when the log becomes another one, and when the client leaves', async () => {
  const { tail, state, tell, listeners } = endlessTail(log)
  state.length = 0
  const first = await startClient(tail, { heartbeat: 20, patience: 1_000 })
  const second = await startClient(tail, { heartbeat: 20, patience: 1_000 })
  let text = ''
  first.socket.on('data', chunk => text += chunk.toString()).resume()
  await expect.poll(() => text.match(/^: $/gm)?.length ?? 0).toBeGreaterThan(2)
  expect(text).toContain('retry: 1000\n\nid: 0.')
  second.socket.destroy()
  await second.sent
  expect(listeners.size).toBe(1)
  state.log = { ...log }
  tell()
  await first.sent
  await expect.poll(() => text.endsWith('\r\n0\r\n\r\n')).toBe(true)
  expect(listeners.size).toBe(0)
})

it('tells of a log that cannot be read, and cuts the client off', async () => {
  const { tail } = endlessTail(log)
  const { socket, sent } = await startClient({ ...tail, readOn: async () => { throw new Error('away') } }, { heartbeat: 1_000, patience: 1_000 })
  socket.resume()
  await expect(sent).rejects.toThrow('away')
  await once(socket, 'close')
})
