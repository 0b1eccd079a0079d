import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'

/**
 * One address before several servers, as a balancer gives it: each connection goes to the next server that takes it.
 * @param ports of the servers, on loopback
 * @param port where it listens
 */
export async function startBalancer(ports: readonly number[], port: number): Promise<{ port: number, close: () => void }> {
  const open = new Set<Socket>()
  let turn = 0
  const server = createServer((client) => {
    open.add(client)
    client.on('close', () => open.delete(client)).on('error', () => client.destroy())
    turn += 1
    reach(client, ports.map((_, index) => ports[(index + turn) % ports.length] ?? 0))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close()
      open.forEach(socket => socket.destroy())
    },
  }
}

function reach(client: Socket, [port, ...others]: number[]): void {
  if (port === undefined)
    return void client.destroy()
  const server = connect(port, '127.0.0.1')
  const next = () => reach(client, others)
  server.once('error', next)
  server.once('connect', () => {
    server.off('error', next).on('error', () => client.destroy())
    server.on('close', () => client.destroy())
    client.on('close', () => server.destroy())
    client.pipe(server)
    server.pipe(client)
  })
}
