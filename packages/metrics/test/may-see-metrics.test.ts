import { expect, it } from 'vitest'
import { maySeeMetrics } from '../src/index.js'

it.each<[string, Record<string, string>, string | undefined, string | null, boolean]>([
  ['this machine', {}, '127.0.0.1', null, true],
  ['this machine over IPv6', {}, '::1', null, true],
  ['this machine as IPv4 inside IPv6', {}, '::ffff:127.0.0.1', null, true],
  ['a private network', {}, '10.3.4.5', null, true],
  ['another private network', {}, '172.31.255.1', null, true],
  ['a unique local address', {}, 'fd12::1', null, true],
  ['a link-local address with its interface', {}, 'fe80::1%eth0', null, true],
  ['a public address', {}, '192.0.2.1', null, false],
  ['a public address beside a private network', {}, '172.32.0.1', null, false],
  ['a public IPv6 address', {}, '2001:db8::1', null, false],
  ['nobody', {}, undefined, null, false],
  ['a proxy on this machine', { 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1', null, false],
  ['a proxy that says so in the standard\'s way', { forwarded: 'for=127.0.0.1' }, '127.0.0.1', null, false],
  ['who knows the token', { authorization: 'Bearer nyckel' }, '192.0.2.1', 'nyckel', true],
  ['who knows the token, through a proxy', { 'authorization': 'Bearer nyckel', 'x-forwarded-for': '192.0.2.1' }, '127.0.0.1', 'nyckel', true],
  ['who guesses a token', { authorization: 'Bearer nycke' }, '192.0.2.1', 'nyckel', false],
  ['who shows an empty token where there is none', { authorization: 'Bearer ' }, '192.0.2.1', null, false],
])('%s may see the metrics or not', (_, headers, remoteAddress, token, may) => {
  expect(maySeeMetrics({ headers, socket: { remoteAddress } }, token)).toBe(may)
})
