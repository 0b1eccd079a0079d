import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptedEncodings } from '../src/negotiate.js'
import { respond } from '../src/respond.js'
import { finish } from '../src/stored-response.js'
import { page } from './site.js'

const text = 'Vi plogar gatorna i Sjövik. '.repeat(100)
const modified = 'Tue, 03 Feb 2026 10:00:00 GMT'
const response = await finish(page(text, { headers: { 'Content-Type': 'text/html', 'Cache-Control': 'max-age=0', 'Vary': 'Accept-Language', 'Last-Modified': modified, 'Content-Length': '1', 'ETag': '"x"', 'X-Own': 'yes' } }))

describe('codings', () => {
  it.each<[header: string | undefined, accepted: string[]]>([
    [undefined, ['identity']],
    ['', ['identity']],
    ['gzip, deflate, br, zstd', ['br', 'gzip', 'identity']],
    ['br;q=0.5, gzip;q=0.8', ['gzip', 'br', 'identity']],
    ['br;q=0.5, identity', ['identity', 'br']],
    ['GZIP ; Q=0.3', ['gzip', 'identity']],
    ['x-gzip', ['gzip', 'identity']],
    ['*', ['br', 'gzip', 'identity']],
    ['*;q=0', []],
    ['*;q=0, gzip', ['gzip']],
    ['identity;q=0, *', ['br', 'gzip']],
    ['br;q=0, gzip;q=0.001', ['gzip', 'identity']],
    ['br;q=2, gzip;q=x', ['identity']],
    [',,;q=1', ['identity']],
  ])('of %j are %j', (header, accepted) => {
    expect(acceptedEncodings(header)).toEqual(accepted)
    expect(acceptedEncodings(header)).toEqual(accepted)
  })

  it('of any header are known ones, each once', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'br,gzip;q=0.51* identity'.split('')) }), (header) => {
      const accepted = acceptedEncodings(header)
      expect(new Set(accepted).size).toBe(accepted.length)
    }))
  })
})

describe('answers', () => {
  const ask = (headers: Record<string, string> = {}, method = 'GET') => respond(response, { method, headers })

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('send %s with its own validator, length and Vary', (encoding, decode) => {
    const { status, headers, body } = ask({ 'accept-encoding': encoding })
    expect(status).toBe(200)
    expect(body && decode(body).toString()).toBe(text)
    expect(headers).toEqual({
      'content-type': 'text/html',
      'cache-control': 'max-age=0',
      'vary': 'Accept-Language, Accept-Encoding',
      'last-modified': modified,
      'x-own': 'yes',
      'content-encoding': encoding,
      'content-length': String(body?.length),
      'etag': response.identity.etag.replace(/"$/, `-${encoding}"`),
    })
  })

  it('send identity to who refuses all', () => {
    const { headers, body } = ask({ 'accept-encoding': '*;q=0' })
    expect([body?.toString(), headers['content-encoding'], headers.vary]).toEqual([text, undefined, 'Accept-Language, Accept-Encoding'])
  })

  it('send HEAD the same headers and no body', () => {
    expect(ask({}, 'HEAD')).toEqual({ ...ask(), body: null })
  })

  const { etag } = response.identity
  it.each<[what: string, headers: Record<string, string>, status: number]>([
    ['the validator', { 'if-none-match': etag }, 304],
    ['it, weak and in a list', { 'if-none-match': `"a", W/${etag}` }, 304],
    ['any', { 'if-none-match': '*' }, 304],
    ['another', { 'if-none-match': '"a"' }, 200],
    ['that of another coding', { 'if-none-match': etag, 'accept-encoding': 'br' }, 200],
    ['that of its coding', { 'if-none-match': response.br?.etag ?? '', 'accept-encoding': 'br' }, 304],
    ['the date', { 'if-modified-since': modified }, 304],
    ['an earlier date', { 'if-modified-since': 'Tue, 03 Feb 2026 09:59:59 GMT' }, 200],
    ['no date', { 'if-modified-since': 'yesterday' }, 200],
    ['the date, but another validator', { 'if-none-match': '"a"', 'if-modified-since': modified }, 200],
  ])('to who holds %s', (_, headers, status) => {
    const answer = ask(headers)
    expect(answer.status).toBe(status)
    if (status === 304) {
      expect(answer.body).toBeNull()
      expect(Object.keys(answer.headers).sort()).toEqual(['cache-control', 'etag', 'vary'])
    }
  })

  it('never 304 what is not there', async () => {
    const gone = await finish(page('gone', { status: 404 }))
    expect(respond(gone, { method: 'GET', headers: { 'if-none-match': '*' } }).status).toBe(404)
  })

  it.each([
    ['a picture', page(text, { headers: { 'content-type': 'image/png' } })],
    ['a few bytes', page('short')],
  ])('keep %s in one coding, without Vary', async (_, rendered) => {
    const kept = await finish(rendered)
    expect([kept.br, kept.gzip, kept.identity.headers.vary]).toEqual([undefined, undefined, undefined])
  })

  it('keep no view of the renderer\'s buffer', async () => {
    const body = Buffer.from(text)
    const kept = await finish(page('', { body }))
    body.fill(0)
    expect(kept.identity.body.toString()).toBe(text)
    for (const variant of [kept.identity, kept.br, kept.gzip])
      expect(variant?.body.buffer.byteLength).toBe(variant?.body.length)
  })
})
