import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { requireFreePort } from '../../run/port.mjs'

async function takePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('the test server has no port')
  return { server, port: address.port }
}

describe('requireFreePort', () => {
  it('names a port in use and the setting that chooses another', async () => {
    const { port } = await takePort()
    await expect(requireFreePort('CMS_PORT', port, '127.0.0.1')).rejects.toMatchObject({
      name: 'PlainError',
      message: `Port ${port} is in use by another program. Stop it, or set CMS_PORT to another port.`,
    })
  })

  it('leaves a free port free', async () => {
    const { server, port } = await takePort()
    server.close()
    await once(server, 'close')
    await requireFreePort('CMS_PORT', port, '127.0.0.1')
    await requireFreePort('CMS_PORT', port, '127.0.0.1')
  })

  it('names a host that this machine has not', async () => {
    await expect(requireFreePort('WEB_PORT', 4299, '192.0.2.1')).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('HOST is "192.0.2.1"') })
  })
})
