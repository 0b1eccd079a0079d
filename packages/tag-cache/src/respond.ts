import type { Headers, StoredResponse, Variant } from './stored-response.js'
import { acceptedEncodings } from './negotiate.js'

/** What of a request decides how a kept response is sent. `headers` as `node:http` gives them, in lower case. */
export interface Asked {
  method?: string | undefined
  headers: Readonly<Record<string, string | string[] | undefined>>
}

/** What to write: status and headers at once, then the body, where there is one. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer | null
}

function headerOf(asked: Asked, name: string): string | undefined {
  const value = asked.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

function variantFor(response: StoredResponse, asked: Asked): Variant {
  for (const encoding of acceptedEncodings(headerOf(asked, 'accept-encoding'))) {
    const variant = response[encoding]
    if (variant)
      return variant
  }
  // RFC 9110, 12.5.3 allows what was refused rather than no answer.
  return response.identity
}

/** `If-None-Match` compares weakly (RFC 9110, 13.1.2); opaque tags hold no comma here. */
function holds(list: string, etag: string): boolean {
  return list.split(',').some((each) => {
    const tag = each.trim()
    return tag === '*' || tag === etag || tag === `W/${etag}`
  })
}

function isNotModified(response: StoredResponse, variant: Variant, asked: Asked): boolean {
  const noneMatch = headerOf(asked, 'if-none-match')
  if (noneMatch !== undefined)
    return holds(noneMatch, variant.etag)
  const since = headerOf(asked, 'if-modified-since')
  // A date that is none compares false.
  return since !== undefined && response.lastModified !== null && response.lastModified <= Date.parse(since)
}

/**
 * The answer to one GET or HEAD from a finished response: the coding that the reader likes best, 304 where it has it already
 * (only of a 200: RFC 9110, 13.2.1), and no body for HEAD. Headers and body are the cache's own: they are written, never changed.
 */
export function respond(response: StoredResponse, asked: Asked): Answer {
  const variant = variantFor(response, asked)
  if (response.status === 200 && isNotModified(response, variant, asked))
    return { status: 304, headers: variant.notModifiedHeaders, body: null }
  return { status: response.status, headers: variant.headers, body: asked.method === 'HEAD' ? null : variant.body }
}
