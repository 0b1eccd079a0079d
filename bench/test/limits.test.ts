import { Buffer } from 'node:buffer'
import { existsSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { rawAnswer } from '../src/load/raw-answer.mjs'
import { startBareServer, startNginx } from '../src/pages/limits.mjs'

const body = Buffer.from('<!doctype html><title>Sjövik</title>'.repeat(100))
const headers = { 'content-type': 'text/html; charset=utf-8', 'etag': '"a"', 'x-cache': 'hit', 'date': 'Sat, 28 Nov 2026 03:00:00 GMT', 'connection': 'keep-alive' }
const identity = { status: 200, headers: { ...headers, 'content-length': String(body.length) }, body }
const compressed = brotliCompressSync(body)
const br = { status: 200, headers: { ...headers, 'content-encoding': 'br', 'content-length': String(compressed.length) }, body: compressed }

async function answersOf(start: typeof startBareServer) {
  const { url, server } = await start({ identity, br })
  onTestFinished(() => server.stop())
  return [await rawAnswer(url), await rawAnswer(url, { 'accept-encoding': 'br' })] as const
}

describe('what the kept page is compared with', () => {
  it('bare node:http writes the same bytes with the same headers', async () => {
    const [plain, packed] = await answersOf(startBareServer)
    expect(plain.body.equals(body)).toBe(true)
    expect(plain.headers).toMatchObject({ ...identity.headers, date: expect.not.stringContaining('03:00:00'), connection: 'close' })
    expect(packed.body.equals(compressed)).toBe(true)
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', 'content-length': String(compressed.length), 'etag': '"a"' })
  })

  it.skipIf(!existsSync('/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'))('nginx sends the same bytes, compressed beforehand', async () => {
    const [plain, packed] = await answersOf(startNginx)
    expect(plain.body.equals(body)).toBe(true)
    expect(packed.body.equals(compressed)).toBe(true)
    expect(packed.headers['content-encoding']).toBe('br')
  })
})
