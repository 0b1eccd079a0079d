import type { H3Event } from 'h3'
import { isIP } from 'node:net'
import { getRequestHeader } from 'h3'
import { settings } from './settings'

/** The address of whoever asks, as {@link readerAddress} finds it; null when the connection is gone already. */
export function addressOf(event: H3Event): string | null {
  return readerAddress(event.node.req.socket.remoteAddress, getRequestHeader(event, 'x-forwarded-for'), settings().proxyHops)
}

/**
 * The address of a reader. Each trusted proxy appends the address that it was asked from to `X-Forwarded-For`; what stands
 * further to the left can be written by anybody and is not believed.
 * @param socket the address at the other end of the connection
 * @param forwardedFor the header; several of them joined by commas
 * @param hops how many trusted proxies stand before this server
 * @returns the `hops`-th entry from the right; the socket's address without proxies, and where that entry is missing or no address
 */
export function readerAddress(socket: string | undefined, forwardedFor: string | undefined, hops: number): string | null {
  const entry = hops > 0 ? forwardedFor?.split(',').at(-hops) : undefined
  return (entry === undefined ? null : plainAddress(entry)) ?? (socket === undefined ? null : plainAddress(socket))
}

/** An address without port, brackets or zone, and an IPv4 address in its own form; null for what is none. */
function plainAddress(written: string): string | null {
  const text = written.trim().toLowerCase()
  const address = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '')
  return isIP(plain) > 0 ? plain : null
}
