import type { Rendered } from '@klartext/tag-cache'
import type { RequestListener } from 'node:http'
import type { Rendering } from '../server/rendering'
import { Buffer } from 'node:buffer'
import { inRendering, newRendering } from '../server/rendering'

/** What of Nitro the host works with. */
export interface Nitro {
  listener: RequestListener
  call: (request: { url: string, method: string, headers: Record<string, string> }) => Promise<{ status: number, headers: object, body: unknown }>
}

/** Where pages and pictures are made. */
export interface Origin {
  /** Answers a request as it is. */
  listener: RequestListener
  /** Makes a page that is the same for every reader, or an error page in the language of the address. */
  draw: (address: string, asked?: { signal?: AbortSignal, fault?: Rendering['fault'] }) => Promise<Rendered>
  /** Asks for something that is no page. */
  call: (address: string, headers: Record<string, string>) => Promise<Called>
}

export interface Called {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

const askAgain = 'public, max-age=0, must-revalidate'

export function createOrigin({ listener, call }: Nitro): Origin {
  const called = async (url: string, headers: Record<string, string>): Promise<Called> => {
    const answer = await call({ url, method: 'GET', headers })
    return { status: answer.status, headers: plainHeaders(answer.headers), body: await bytesOf(answer.body) }
  }
  return {
    listener,
    call: called,
    async draw(address, { signal = null, fault = null } = {}) {
      const rendering = newRendering({ fault, signal })
      const { status, headers, body } = await inRendering(rendering, async () => called(address, { accept: 'text/html' }))
      const tags = [...rendering.tags]
      const isPrivate = /no-store|private/i.test(headers['cache-control'] ?? '')
      return {
        status,
        headers: {
          ...headers,
          'cache-control': status >= 500 ? 'no-store' : isPrivate ? headers['cache-control'] ?? 'no-store' : askAgain,
          ...tags.length > 0 && { 'cache-tag': tags.join(','), 'surrogate-key': tags.join(' ') },
        },
        body,
        tags,
        ...rendering.freshForMs !== null && { freshForMs: rendering.freshForMs },
      }
    },
  }
}

function plainHeaders(headers: object): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]: [string, unknown]) =>
    value === undefined || value === null ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : String(value)]]))
}

async function bytesOf(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array)
    return body
  if (body === null || body === undefined)
    return Buffer.alloc(0)
  if (typeof body === 'string')
    return Buffer.from(body)
  if (body instanceof ReadableStream)
    return new Uint8Array(await new Response(body).arrayBuffer())
  throw new TypeError('The site made a body that is neither text, bytes nor a stream')
}
