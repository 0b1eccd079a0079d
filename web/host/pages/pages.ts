import type { Histogram } from '@klartext/metrics'
import type { Read, Rendered } from '@klartext/tag-cache'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Language } from '../../shared/languages'
import type { Origin } from '../origin'
import type { Source } from '../reply'
import { Buffer } from 'node:buffer'
import { RenderFailed, respond, TagCache } from '@klartext/tag-cache'
import { pagePath } from '../../shared/paths'
import { reply } from '../reply'

const sources: Record<Read['from'], Source> = { cache: 'hit', stale: 'stale', render: 'miss' }

/** The pages that are the same for every reader, kept. */
export interface Pages {
  readonly cache: TagCache
  /** Answers with the page of a key; with the site's page for "not now" where it cannot be made and none is kept. */
  answer: (page: { key: string, language: Language }, request: IncomingMessage, response: ServerResponse) => void
}

export interface PagesParts {
  origin: Origin
  maxBytes: number
  renderSeconds: Histogram
  /** Hears of each page that was given though it is known to be old. */
  onStale?: ((key: string, tags: readonly string[]) => void) | undefined
}

export function createPages({ origin, maxBytes, renderSeconds, onStale }: PagesParts): Pages {
  const cache = new TagCache({
    maxBytes,
    render: async (key, signal) => {
      const begun = performance.now()
      try {
        return await drawKey(origin, key, signal)
      }
      finally {
        renderSeconds.observe((performance.now() - begun) / 1000)
      }
    },
  })
  const silence = createSilence(origin)

  async function answerLater(key: string, language: Language, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { from, response: kept } = await cache.read(key)
      if (from === 'stale')
        onStale?.(key, kept.tags)
      reply(response, respond(kept, request), sources[from])
    }
    catch (error) {
      if (!(error instanceof RenderFailed))
        throw error
      const rendered = error.rendered ?? await silence(language)
      const seconds = Math.max(1, Math.ceil(error.retryAfterMs / 1000))
      const headers = { ...rendered.status === 503 && { 'retry-after': String(seconds) }, ...rendered.headers, 'content-length': String(rendered.body.byteLength) }
      reply(response, { status: rendered.status, headers, body: request.method === 'HEAD' ? null : Buffer.from(rendered.body) }, 'miss')
    }
  }

  return {
    cache,
    answer({ key, language }, request, response) {
      const kept = cache.readFresh(key)
      if (kept)
        return reply(response, respond(kept, request), 'hit')
      answerLater(key, language, request, response).catch((error: unknown) => {
        console.error('A page could not be sent:', error)
        response.destroy()
      })
    },
  }
}

/** A key is the address of a page, or `404 {language}`. */
async function drawKey(origin: Origin, key: string, signal: AbortSignal): Promise<Rendered> {
  return key.startsWith('/') ? origin.draw(key, { signal }) : origin.draw(pagePath('start', key.endsWith('en') ? 'en' : 'sv'), { signal, fault: 404 })
}

/** The page that says that a text cannot be had now; it needs no CMS, and is made once for each language. */
function createSilence(origin: Origin): (language: Language) => Promise<Rendered> {
  const drawn = new Map<Language, Promise<Rendered>>()
  return (language) => {
    const known = drawn.get(language)
    if (known)
      return known
    const page = origin.draw(pagePath('start', language), { fault: 503 })
    drawn.set(language, page)
    page.catch(() => drawn.delete(language))
    return page
  }
}
