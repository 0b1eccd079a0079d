import { describe, expect, it } from 'vitest'
import { readerAddress } from '../../../server/reader-address'

describe('readerAddress', () => {
  it.each<[socket: string | undefined, forwardedFor: string | undefined, hops: number, address: string | null]>([
    // no proxy: what anybody can write is not read
    ['192.0.2.1', undefined, 0, '192.0.2.1'],
    ['192.0.2.1', '198.51.100.7', 0, '192.0.2.1'],
    // each proxy appends one entry: the hops-th from the right is the last that a trusted one wrote
    ['10.0.0.1', '198.51.100.7', 1, '198.51.100.7'],
    ['10.0.0.1', '203.0.113.9, 198.51.100.7', 1, '198.51.100.7'],
    ['10.0.0.1', '203.0.113.9, 198.51.100.7, 10.0.0.2', 2, '198.51.100.7'],
    ['10.0.0.1', '203.0.113.9,198.51.100.7 ,10.0.0.2', 3, '203.0.113.9'],
    // past the proxies, or not what an address looks like: the socket
    ['10.0.0.1', '198.51.100.7', 2, '10.0.0.1'],
    ['10.0.0.1', undefined, 1, '10.0.0.1'],
    ['10.0.0.1', '', 1, '10.0.0.1'],
    ['10.0.0.1', 'unknown', 1, '10.0.0.1'],
    ['10.0.0.1', '198.51.100.7, <script>', 1, '10.0.0.1'],
    ['10.0.0.1', '999.1.1.1', 1, '10.0.0.1'],
    // the many ways to write one address
    ['::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
    ['::1', undefined, 0, '::1'],
    ['fe80::1%eth0', undefined, 0, 'fe80::1'],
    ['10.0.0.1', '198.51.100.7:4711', 1, '198.51.100.7'],
    ['10.0.0.1', '[2001:DB8::7]:4711', 1, '2001:db8::7'],
    ['10.0.0.1', '2001:db8::7', 1, '2001:db8::7'],
    // a connection that is gone
    [undefined, undefined, 0, null],
    [undefined, '198.51.100.7', 1, '198.51.100.7'],
  ])('%s with %s behind %i proxies is %s', (socket, forwardedFor, hops, address) => {
    expect(readerAddress(socket, forwardedFor, hops)).toBe(address)
  })
})
