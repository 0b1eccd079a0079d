import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Source } from '../reply'
import type { Picture } from './images'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What every answer with a picture says. */
const common: Readonly<Record<string, string>> = {
  // an editor may replace a file under the same name: an hour, not for ever
  'cache-control': 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800',
  // an SVG opened by itself is a document: let it draw and nothing else
  'content-security-policy': 'default-src \'none\'; style-src \'unsafe-inline\'; sandbox',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
}

/**
 * Answers GET or HEAD with a picture; 304 to who has it.
 * @throws before anything is written where the picture cannot be read, and after it where reading breaks off
 */
export async function replyImage(request: IncomingMessage, response: ServerResponse, { head, body, source }: Picture & { source: Source }): Promise<void> {
  const headers = {
    ...common,
    'x-cache': source,
    ...head.etag !== null && { etag: head.etag },
    ...head.lastModified !== null && { 'last-modified': head.lastModified },
  }
  if (isKnown(request, head)) {
    response.writeHead(304, headers).end()
    return
  }
  const bytes = request.method === 'HEAD' ? null : await body()
  response.writeHead(200, { ...headers, 'content-type': head.type, 'content-length': head.length })
  if (bytes instanceof Readable)
    await send(bytes, response)
  else if (bytes)
    response.end(bytes)
  else
    response.end()
}

/** Sends as fast as the reader takes; one who leaves is no fault. */
async function send(bytes: Readable, response: ServerResponse): Promise<void> {
  if (response.destroyed) {
    bytes.destroy()
    return
  }
  await pipeline(bytes, response).catch((error: Error & { code?: string }) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
      throw error
  })
}

/** `If-None-Match` goes before `If-Modified-Since` (RFC 9110, 13.2.2); both compare weakly. */
function isKnown({ headers }: IncomingMessage, { etag, lastModified }: Picture['head']): boolean {
  const noneMatch = headers['if-none-match']
  if (noneMatch !== undefined) {
    const plain = (tag: string) => tag.trim().replace(/^W\//, '')
    return noneMatch.trim() === '*' || (etag !== null && noneMatch.split(',').map(plain).includes(plain(etag)))
  }
  const since = headers['if-modified-since']
  return since !== undefined && lastModified !== null && Date.parse(lastModified) <= Date.parse(since)
}
