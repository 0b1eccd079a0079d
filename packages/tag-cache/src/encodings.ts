import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export const ENCODINGS = ['br', 'gzip', 'identity'] as const

/** A content coding the cache keeps; in the order that is preferred where a reader likes several alike. */
export type Encoding = (typeof ENCODINGS)[number]

export type Bodies = { readonly identity: Buffer } & { readonly [encoding in Encoding]?: Buffer }

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const COMPRESSIBLE = /^(?:text\/|[^;]*(?:json|xml|javascript|wasm|svg)|font\/(?:ttf|otf))/i
// Below this the coding's own frame and the header eat what is won.
const WORTH_BYTES = 256

/** A copy in memory of its own size: a view would hold on to the whole of another buffer, whose size nobody counts. */
function tight(bytes: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  copy.set(bytes)
  return copy
}

/**
 * What brotli makes of a body at its best (quality 11): some per cent smaller, and thirty times the work. In zlib's threads.
 */
export async function encodeDensely(identity: Buffer): Promise<Buffer> {
  return tight(await brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length } }))
}

/**
 * The bodies to keep of a response: itself, and what brotli (quality 5) and gzip make of it where that is smaller.
 * Compressed in zlib's threads; the caller's thread goes on.
 */
export async function encode(body: Uint8Array, contentType: string): Promise<Bodies> {
  const identity = tight(body)
  if (identity.length < WORTH_BYTES || !COMPRESSIBLE.test(contentType))
    return { identity }
  const [br, gz] = await Promise.all([
    brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length } }),
    zip(identity),
  ])
  return {
    identity,
    ...(br.length < identity.length && { br: tight(br) }),
    ...(gz.length < identity.length && { gzip: tight(gz) }),
  }
}
