import type { IncomingMessage } from 'node:http'
import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIPv6 } from 'node:net'

const near = new BlockList()
for (const [network, prefix] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['169.254.0.0', 16]] as const)
  near.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const)
  near.addSubnet(network, prefix, 'ipv6')

/** Headers by which a proxy says for whom it asks: then the address at the other end is not who asks. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

/** Whether a request may see the metrics: it shows the token, or comes straight from this machine or its private network. */
export function maySeeMetrics({ headers, socket }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } }, token: string | null): boolean {
  if (token !== null && isSame(headers.authorization ?? '', `Bearer ${token}`))
    return true
  const address = socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, '')
  return address !== undefined && forwarding.every(name => headers[name] === undefined) && near.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
