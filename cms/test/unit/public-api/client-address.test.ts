import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientAddress } from '../../../src/public-api/client-address'

const trust = { siteKey: 'nyckel', proxyHops: 0 }
const site = { 'klartext-site-key': 'nyckel' }

describe('the client\'s address', () => {
  it.each([
    ['is the socket\'s', {}, '192.0.2.1', 0, '192.0.2.1'],
    ['is IPv4 inside IPv6', {}, '::ffff:192.0.2.1', 0, '192.0.2.1'],
    ['is a network of IPv6', {}, '2001:db8:1:2:3:4:5:6', 0, '2001:db8:1:2::/64'],
    ['is a network, however it is written', {}, '2001:0DB8:0001:0002::5', 0, '2001:db8:1:2::/64'],
    ['is a short network', {}, '2001:db8::1', 0, '2001:db8:0:0::/64'],
    ['is this machine\'s', {}, '::1', 0, '0:0:0:0::/64'],
    ['is without the interface', {}, 'fe80::1%eth0', 0, 'fe80:0:0:0::/64'],
    ['is unknown without a socket', {}, undefined, 0, 'unknown'],
    ['is not what somebody states', { 'klartext-reader': '198.51.100.7' }, '192.0.2.1', 0, '192.0.2.1'],
    ['is not what somebody states with a wrong key', { 'klartext-site-key': 'nyckeln', 'klartext-reader': '198.51.100.7' }, '192.0.2.1', 0, '192.0.2.1'],
    ['is what the site states', { ...site, 'klartext-reader': '198.51.100.7' }, '192.0.2.1', 0, '198.51.100.7'],
    ['is the socket\'s where the site states none', site, '192.0.2.1', 0, '192.0.2.1'],
    ['is the socket\'s where the site states nonsense', { ...site, 'klartext-reader': 'okänd' }, '192.0.2.1', 0, '192.0.2.1'],
    ['is not what a client forwards', { 'x-forwarded-for': '198.51.100.7' }, '192.0.2.1', 0, '192.0.2.1'],
    ['is what the one proxy wrote', { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' }, '192.0.2.1', 1, '203.0.113.9'],
    ['is what the outer of two proxies wrote', { 'x-forwarded-for': '10.0.0.1, 198.51.100.7, 203.0.113.9' }, '192.0.2.1', 2, '198.51.100.7'],
    ['is the socket\'s where too few proxies wrote', { 'x-forwarded-for': '198.51.100.7' }, '192.0.2.1', 2, '192.0.2.1'],
    ['is without the port', { 'x-forwarded-for': '198.51.100.7:4711' }, '192.0.2.1', 1, '198.51.100.7'],
    ['is without brackets', { 'x-forwarded-for': '[2001:db8::1]:4711' }, '192.0.2.1', 1, '2001:db8:0:0::/64'],
    ['is the site\'s word before a proxy\'s', { ...site, 'klartext-reader': '198.51.100.7', 'x-forwarded-for': '203.0.113.9' }, '192.0.2.1', 1, '198.51.100.7'],
  ])('%s', (_, headers, socket, proxyHops, address) => expect(clientAddress(headers, socket, { ...trust, proxyHops })).toBe(address))

  it('is one of all addresses in a network', () => fc.assert(fc.property(fc.ipV6(), fc.ipV6(), (a, b) => {
    const networkOf = (address: string) => clientAddress({}, address, trust)
    const [network] = networkOf(a).split('::/64')
    if (networkOf(a).endsWith('/64') && !b.includes('.'))
      expect(networkOf(`${network}:1:2:3:4`)).toBe(networkOf(a))
  })))

  it('is never a fault, whatever comes', () => fc.assert(fc.property(fc.string(), fc.string(), fc.integer({ min: 0, max: 9 }), (stated, list, proxyHops) => {
    expect(clientAddress({ ...site, 'klartext-reader': stated, 'x-forwarded-for': list }, '192.0.2.1', { ...trust, proxyHops })).not.toBe('')
  })))
})
