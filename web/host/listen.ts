import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** How long answers under way may take when the server ends. */
const graceMs = 5_000

/** How long a reader may take nothing of an answer. */
const stalledMs = 120_000

/** Longer than proxies keep a connection, so that none sends into one that was just closed. */
const keepAliveTimeout = 65_000

/**
 * Listens, and says so.
 * @returns how to end: no new connections, and those that are open end with the answer under way
 * @throws what listening throws
 */
export async function listen(listener: RequestListener, { host, port }: { host: string, port: number }): Promise<{ close: () => Promise<void> }> {
  const server = createServer({ keepAliveTimeout, headersTimeout: 20_000, requestTimeout: 60_000, maxHeaderSize: 16_384 }, listener)
  server.timeout = stalledMs
  server.listen(port, host)
  await once(server, 'listening')
  const { address, family, port: bound } = server.address() as AddressInfo
  console.log(`Listening on http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`)
  return {
    async close() {
      const closed = once(server, 'close')
      server.prependListener('request', (_request, response) => {
        response.shouldKeepAlive = false
      })
      server.close()
      const late = pause(graceMs, 'late', { ref: false })
      if (await Promise.race([closed, late]) === 'late')
        server.closeAllConnections()
      await closed
    },
  }
}
