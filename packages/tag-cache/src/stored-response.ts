import type { Bodies, Encoding } from './encodings.js'
import type { Rendered } from './rendered.js'
import { createHash } from 'node:crypto'
import { encode, encodeDensely, ENCODINGS } from './encodings.js'

export type Headers = Readonly<Record<string, string>>

/** One coding of a response, ready to be written. */
export interface Variant {
  readonly body: Buffer
  /** All headers of the full answer. */
  readonly headers: Headers
  /** Those of a 304: what RFC 9110, 15.4.5 lists. */
  readonly notModifiedHeaders: Headers
  readonly etag: string
}

/** A finished response. It is never changed. */
export interface StoredResponse {
  readonly status: number
  readonly tags: readonly string[]
  readonly lastModified: number | null
  /** Whether brotli has done its best. */
  readonly isDense: boolean
  readonly identity: Variant
  readonly br?: Variant
  readonly gzip?: Variant
}

const WITH_304 = ['cache-control', 'content-location', 'date', 'expires', 'vary', 'cache-tag', 'surrogate-key']
const OWN = new Set(['content-length', 'content-encoding', 'etag', 'transfer-encoding', 'connection'])

/** The headers of a rendered response, by lower-case names. */
export function lowerCased(headers: Headers): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function varyOf(given: string | undefined): string {
  const names = (given ?? '').split(',').map(name => name.trim()).filter(name => name !== '')
  if (names.includes('*') || names.some(name => name.toLowerCase() === 'accept-encoding'))
    return names.join(', ')
  return [...names, 'Accept-Encoding'].join(', ')
}

/** Codings of one response are different representations, so each has a strong validator of its own (RFC 9110, 8.8.3.3). */
function etagOf(digest: string, coding: string): string {
  return coding === 'identity' ? `"${digest}"` : `"${digest}-${coding}"`
}

/** Puts a response together from its codings; the same parts always give an equal response. */
export function assemble(parts: { status: number, headers: Headers, tags: readonly string[], bodies: Bodies, isDense?: boolean }): StoredResponse {
  const { status, bodies, isDense = false } = parts
  const shared = Object.fromEntries(Object.entries(lowerCased(parts.headers)).filter(([name]) => !OWN.has(name)))
  if (bodies.br || bodies.gzip)
    shared.vary = varyOf(shared.vary)
  const digest = createHash('sha256').update(bodies.identity).digest('base64url').slice(0, 27)
  const variant = (encoding: Encoding, body: Buffer): Variant => {
    const etag = etagOf(digest, encoding === 'br' && isDense ? 'br11' : encoding)
    return {
      body,
      etag,
      headers: {
        ...shared,
        etag,
        'content-length': String(body.length),
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      },
      notModifiedHeaders: { etag, ...Object.fromEntries(Object.entries(shared).filter(([name]) => WITH_304.includes(name))) },
    }
  }
  const modified = Date.parse(shared['last-modified'] ?? '')
  return {
    status,
    tags: [...new Set(parts.tags)],
    lastModified: Number.isNaN(modified) ? null : modified,
    isDense,
    identity: variant('identity', bodies.identity),
    ...(bodies.br && { br: variant('br', bodies.br) }),
    ...(bodies.gzip && { gzip: variant('gzip', bodies.gzip) }),
  }
}

/** Makes the finished response of what was rendered. */
export async function finish(rendered: Rendered): Promise<StoredResponse> {
  const { status, headers, tags, body } = rendered
  const bodies = await encode(body, lowerCased(headers)['content-type'] ?? '')
  return assemble({ status, headers, tags, bodies })
}

// The longer name in the validator must be won too.
const WORTH_DENSE = 64

/** The same response with brotli's best; the same as it is where that wins nothing. */
export async function densify(response: StoredResponse): Promise<StoredResponse> {
  const { status, tags, identity, br, gzip } = response
  const dense = br && await encodeDensely(identity.body)
  if (!dense || dense.length + WORTH_DENSE > br.body.length)
    return { ...response, isDense: true }
  return assemble({ status, headers: identity.headers, tags, bodies: { identity: identity.body, br: dense, ...(gzip && { gzip: gzip.body }) }, isDense: true })
}

// What the engine needs beside the bytes: objects, map slots, strings' heads. Measured generously.
const OVERHEAD_ENTRY = 1_024
const OVERHEAD_TEXT = 48

/** The bytes that a response takes under its key: bodies, headers, tags, key, and what holds them together. */
export function sizeOf(key: string, response: StoredResponse): number {
  let bytes = OVERHEAD_ENTRY + OVERHEAD_TEXT + 2 * key.length
  for (const tag of response.tags)
    bytes += OVERHEAD_TEXT + 2 * tag.length
  for (const encoding of ENCODINGS) {
    const variant = response[encoding]
    if (!variant)
      continue
    bytes += variant.body.length
    for (const headers of [variant.headers, variant.notModifiedHeaders]) {
      for (const name of Object.keys(headers))
        bytes += OVERHEAD_TEXT + 2 * (name.length + (headers[name] ?? '').length)
    }
  }
  return bytes
}
