import type { ClientRequest, IncomingMessage } from 'node:http'
import type { FreshCms } from '../../harness/fresh-cms'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { createDesk } from '../intake/intake-desk'

let cms: FreshCms
beforeAll(async () => {
  cms = await freshCms()
  await createDesk(cms).article('sista-minuten')
})
afterAll(async () => cms?.dispose())

async function takesConnections(): Promise<boolean> {
  const socket = connect(cms.port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  }
  catch {
    return false
  }
  finally {
    socket.destroy()
  }
}

/** A comment whose second half is yet to come. */
async function halfSent(): Promise<{ sending: ClientRequest, rest: Buffer }> {
  const body = Buffer.from(JSON.stringify({ name: 'Oskar', text: 'Hinner den här fram?' }))
  const sending = request(`${cms.url}/api/v1/articles/sista-minuten/comments`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': body.length, 'idempotency-key': crypto.randomUUID() } })
  sending.write(body.subarray(0, 10))
  await once(sending, 'socket')
  return { sending, rest: body.subarray(10) }
}

it('a CMS that is told to stop takes no more connections, answers what it has begun with, and ends', async () => {
  const { sending, rest } = await halfSent()
  // what came in later has been answered: the CMS has seen the half, too
  expect((await fetch(`${cms.url}/api/v1/articles/sista-minuten`)).status).toBe(200)
  const ended = once(cms.process, 'exit')
  cms.process.kill('SIGTERM')
  await expect.poll(takesConnections, { timeout: 4_000, interval: 20 }).toBe(false)
  const answered = once(sending, 'response')
  sending.end(rest)
  const [answer] = await answered as [IncomingMessage]
  expect(answer.statusCode).toBe(202)
  expect(await ended).toEqual([0, null])
})
