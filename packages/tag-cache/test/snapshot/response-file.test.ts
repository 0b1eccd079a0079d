import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readResponse, writeResponse } from '../../src/snapshot/response-file.js'
import { finish } from '../../src/stored-response.js'

const rendered = fc.record({
  status: fc.constantFrom(200, 301, 404, 410),
  headers: fc.dictionary(fc.constantFrom('content-type', 'Vary', 'Last-Modified', '__proto__', 'X-A'), fc.oneof(fc.constant('text/html'), fc.string())),
  body: fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 256, max: 5_000 }).map(length => new Uint8Array(length).fill(65))),
  tags: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
})

it('gives back an equal response of any kind, under any key', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme' }), rendered, async (key, given) => {
    const response = await finish(given)
    expect(readResponse(writeResponse(key, response))).toEqual({ key, response })
  }))
})

it('knows any changed byte, and any missing end', async () => {
  const file = writeResponse('/a', await finish({ status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('snö'.repeat(200)), tags: ['a'] }))
  fc.assert(fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
    const changed = Buffer.from(file)
    changed[at] = (changed[at] ?? 0) ^ change
    expect(() => readResponse(changed)).toThrow(SyntaxError)
    expect(() => readResponse(file.subarray(0, at))).toThrow(SyntaxError)
  }))
})
