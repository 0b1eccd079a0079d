import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Ports on the loopback address that were free a moment ago.
 *
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map(server => once(server, 'listening')))
  const ports = servers.map((server) => {
    const address = server.address()
    if (address === null || typeof address === 'string')
      throw new Error('The operating system gave no port.')
    return address.port
  })
  await Promise.all(servers.map(server => once(server.close(), 'close')))
  return ports
}
