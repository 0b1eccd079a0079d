import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'

export interface AddressTrust {
  /** What the site shows to be believed. */
  siteKey: string
  /** How many trusted proxies stand before the CMS. */
  proxyHops: number
}

type Headers = Readonly<Record<string, string | string[] | undefined>>

/**
 * The address that a request comes from. Only who shows the site's key may state it (`Klartext-Reader`); of `X-Forwarded-For` only the
 * entry that the outermost trusted proxy wrote counts, since everything left of it is the client's own word.
 * @param headers by lower-case name
 * @param socketAddress who holds the other end of the connection
 * @returns an IPv4 address, or the first 64 bits of an IPv6 address: a household has that many, and is one sender
 */
export function clientAddress(headers: Headers, socketAddress: string | undefined, trust: AddressTrust): string {
  const stated = isSite(headers, trust.siteKey) ? addressIn(one(headers['klartext-reader'])) : null
  return stated ?? forwarded(headers, trust.proxyHops) ?? addressIn(socketAddress) ?? 'unknown'
}

/** Whether a request shows the site's key; the comparison takes as long whatever is shown. */
export function isSite(headers: Headers, siteKey: string): boolean {
  const shown = headers['klartext-site-key']
  return typeof shown === 'string' && timingSafeEqual(digest(shown), digest(siteKey))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const one = (header: string | string[] | undefined): string | undefined => Array.isArray(header) ? header.join(',') : header

function forwarded(headers: Headers, hops: number): string | null {
  if (hops === 0)
    return null
  return addressIn(one(headers['x-forwarded-for'])?.split(',').at(-hops))
}

/** An address as some proxies write it: with a port, in brackets, as IPv4 inside IPv6. */
function addressIn(text: string | undefined): string | null {
  const bare = (text ?? '').trim().replace(/^\[([^\]]+)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1').replace(/%.*$/, '')
  const inner = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(bare)?.[1] ?? bare
  switch (isIP(inner)) {
    case 4: return inner
    case 6: return networkOf(inner)
    default: return null
  }
}

/** The first 64 bits of an IPv6 address, written one way; the URL parser knows every spelling (RFC 5952 is what it gives). */
function networkOf(address: string): string {
  const [left = '', right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const head = left === '' ? [] : left.split(':')
  const tail = right ? right.split(':') : []
  const groups = right === undefined ? head : [...head, ...Array.from({ length: 8 - head.length - tail.length }).fill('0'), ...tail]
  return `${groups.slice(0, 4).join(':')}::/64`
}
