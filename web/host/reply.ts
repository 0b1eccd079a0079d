import type { Answer, Headers } from '@klartext/tag-cache'
import type { ServerResponse } from 'node:http'

/** Where an answer came from. */
export type Source = 'hit' | 'stale' | 'miss' | 'pass'

type HeaderList = string[]

// Node writes a flat list faster than an object, and a kept answer has the same one each time.
const lists = new WeakMap<Headers, HeaderList>()

function listOf(headers: Headers, source: Source): HeaderList {
  return [...Object.entries(headers).flat(), 'x-cache', source]
}

function listOfHit(headers: Headers): HeaderList {
  const known = lists.get(headers)
  if (known)
    return known
  const list = listOf(headers, 'hit')
  lists.set(headers, list)
  return list
}

/** Writes a finished answer. */
export function reply(response: ServerResponse, { status, headers, body }: Answer, source: Source): void {
  response.writeHead(status, source === 'hit' ? listOfHit(headers) : listOf(headers, source))
  if (body)
    response.end(body)
  else
    response.end()
}

/** Writes a short answer of the server's own. */
export function replyText(response: ServerResponse, status: number, text: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': 'default-src \'none\'; frame-ancestors \'none\'',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...headers,
  }).end(text)
}
