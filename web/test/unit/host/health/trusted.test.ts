import { describe, expect, it } from 'vitest'
import { maySeeMetrics } from '../../../../host/health/trusted'

describe('the metrics', () => {
  it.each<[address: string | undefined, headers: Record<string, string>, token: string | null, may: boolean]>([
    ['127.0.0.1', {}, null, true],
    ['::1', {}, null, true],
    ['::ffff:10.1.2.3', {}, null, true],
    ['172.31.0.1', {}, null, true],
    ['172.32.0.1', {}, null, false],
    ['fd00::1', {}, null, true],
    ['fe80::1%eth0', {}, null, true],
    ['203.0.113.1', {}, null, false],
    ['2001:db8::1', {}, null, false],
    [undefined, {}, null, false],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, null, false],
    ['127.0.0.1', { forwarded: 'for=127.0.0.1' }, null, false],
    ['203.0.113.1', { authorization: 'Bearer secret' }, 'secret', true],
    ['203.0.113.1', { authorization: 'Bearer secre' }, 'secret', false],
    ['203.0.113.1', { authorization: 'Bearer null' }, null, false],
    ['127.0.0.1', { 'authorization': 'Bearer secret', 'x-forwarded-for': '203.0.113.1' }, 'secret', true],
  ])('are for %s with %j and the token %s: %s', (remoteAddress, headers, token, may) => {
    expect(maySeeMetrics({ headers, socket: { remoteAddress } }, token)).toBe(may)
  })
})
