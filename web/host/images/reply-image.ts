import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Source } from '../reply'
import type { Picture } from './images'

/** What every answer with a picture says. */
const common: Readonly<Record<string, string>> = {
  // an editor may replace a file under the same name: an hour, not for ever
  'cache-control': 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800',
  // an SVG opened by itself is a document: let it draw and nothing else
  'content-security-policy': 'default-src \'none\'; style-src \'unsafe-inline\'; sandbox',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
}

/** Answers GET or HEAD with a picture; 304 to who has it. */
export async function replyImage(request: IncomingMessage, response: ServerResponse, { head, bytes, source }: Picture & { source: Source }): Promise<void> {
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
  const body = request.method === 'HEAD' ? null : await bytes()
  response.writeHead(200, { ...headers, 'content-type': head.type, 'content-length': head.length })
  if (body)
    response.end(body)
  else
    response.end()
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
