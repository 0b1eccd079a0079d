import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { replyImage } from '../../../../host/images/reply-image'

const mega = 1_000_000

/** A picture of 64 MB that counts what is taken of it. */
function countedPicture() {
  const taken = { bytes: 0, closed: false }
  const body = new Readable({
    read() {
      taken.bytes += mega
      this.push(taken.bytes > 64 * mega ? null : Buffer.alloc(mega))
    },
    destroy(error, done) {
      taken.closed = true
      done(error)
    },
  })
  return { taken, picture: { head: { type: 'image/png', etag: null, lastModified: null, length: 64 * mega }, body: async () => body, source: 'hit' as const } }
}

it('takes no more of a picture than its reader does, and lets go of it when the reader leaves', async () => {
  const { taken, picture } = countedPicture()
  const replies: Promise<void>[] = []
  const responses: ServerResponse[] = []
  const server = createServer((request, response) => {
    responses.push(response)
    replies.push(replyImage(request, response, picture))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  await once(socket, 'connect')
  socket.pause()
  socket.write('GET /media/a.png HTTP/1.1\r\nHost: a\r\n\r\n')
  await expect.poll(() => responses[0]?.writableNeedDrain).toBe(true)
  expect(taken.bytes).toBeLessThan(32 * mega)
  expect(taken.closed).toBe(false)
  socket.destroy()
  await expect(Promise.all(replies)).resolves.toEqual([undefined])
  expect(taken.closed).toBe(true)
  await new Promise(resolve => server.close(resolve))
})
