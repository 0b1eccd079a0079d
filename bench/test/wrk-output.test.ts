import { describe, expect, it } from 'vitest'
import { readWrk } from '../src/load/wrk-output.mjs'
import { requireLoopback } from '../src/load/wrk.mjs'

const output = (p99: string, rest = '') => `Running 4s test @ http://127.0.0.1:3610/
  1 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     1.65ms    1.02ms  39.74ms   97.34%
    Req/Sec    20.02k     1.61k   22.51k    82.50%
  Latency Distribution
     50%    1.46ms
     75%    1.71ms
     90%    2.09ms
     99%    ${p99}
  79735 requests in 4.00s, 2.49GB read
${rest}Requests/sec:  19921.55
Transfer/sec:    637.98MB
`

describe('readWrk', () => {
  it('reads rate, count and latencies', () => {
    expect(readWrk(output('4.02ms'))).toEqual({ perSecond: 19921.55, requests: 79735, p50: 1.46, p99: 4.02, failed: 0 })
  })

  it.each([['850.00us', 0.85], ['1.20s ', 1200], ['0.00us', 0], ['2.50m', 150_000]])('reads the time %s', (text, expected) => {
    expect(readWrk(output(text)).p99).toBeCloseTo(expected)
  })

  it.each([
    ['  Socket errors: connect 1, read 20, write 300, timeout 4000\n', 4321],
    ['  Non-2xx or 3xx responses: 17\n', 17],
    ['  Socket errors: connect 0, read 0, write 0, timeout 3\n  Non-2xx or 3xx responses: 2\n', 5],
  ])('counts what failed: %j', (lines, failed) => {
    expect(readWrk(output('1.00ms', lines)).failed).toBe(failed)
  })

  it.each(['', 'unable to connect to 127.0.0.1:1 Connection refused\n', output('1.00d')])('refuses what it does not know: %j', (text) => {
    expect(() => readWrk(text)).toThrow(/wrk/)
  })
})

describe('requireLoopback', () => {
  it.each(['http://127.0.0.1:80/a', 'http://localhost/', 'http://[::1]:3000/', 'http://127.9.9.9/'])('lets %s pass', (url) => {
    expect(() => requireLoopback(url)).not.toThrow()
  })

  it.each(['http://192.0.2.1/', 'https://example.org/', 'http://localhost.example.org/', 'http://127.0.0.1.example.org/'])('refuses %s', (url) => {
    expect(() => requireLoopback(url)).toThrow(/not on this machine/)
  })
})
