import type { Representation, Resource } from './resource'

/** The methods that a resource has; where there is none at a path, those of most. */
export const methodsOf = (resource: Resource | null): string[] => [
  ...(resource === null || resource.answer ? ['GET', 'HEAD'] : []),
  ...(resource?.write ? ['POST'] : []),
  'OPTIONS',
]

/** What every answer carries: readable from any site, without credentials, and never taken for a page. */
const common: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Cache-Tag, Link, Retry-After, Content-Language',
  'Content-Security-Policy': 'default-src \'none\'; frame-ancestors \'none\'',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

// a cache may keep the answer, but asks with If-None-Match before each use: what is unpublished is gone at once
const revalidate = 'public, max-age=0, must-revalidate'

export function representationHeaders(etag: string, { cacheTags, language, links, varies }: Representation): Record<string, string> {
  const link = Object.entries(links ?? {}).flatMap(([relation, url]) => url === null ? [] : [`<${url}>; rel="${relation}"`])
  return {
    ...common,
    'Cache-Control': revalidate,
    'ETag': etag,
    'Cache-Tag': cacheTags,
    ...(varies ? { Vary: varies } : {}),
    ...(language ? { 'Content-Language': language } : {}),
    ...(link.length > 0 ? { Link: link.join(', ') } : {}),
  }
}

export const movedHeaders = (location: string, cacheTags: string): Record<string, string> => ({
  ...common,
  'Cache-Control': revalidate,
  'Cache-Tag': cacheTags,
  'Location': location,
})

/** A stream is for the one who asked, as it is sent: no cache keeps it, no proxy on the way gathers or packs it. */
export const streamHeaders = (): Record<string, string> => ({
  ...common,
  'Cache-Control': 'no-store, no-transform',
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Vary': 'Accept',
  'X-Accel-Buffering': 'no',
})

/** What was done with what one reader sent in is nobody else's, and no cache's. */
export const writtenHeaders = (): Record<string, string> => ({
  ...common,
  'Cache-Control': 'no-store',
  'Content-Type': 'application/json; charset=utf-8',
})

export const problemHeaders = (method: string, status: number): Record<string, string> => ({
  ...common,
  'Cache-Control': status >= 500 || method === 'POST' ? 'no-store' : revalidate,
  'Content-Type': 'application/problem+json',
})

export const preflightHeaders = (methods: readonly string[]): Record<string, string> => ({
  ...common,
  'Allow': methods.join(', '),
  'Access-Control-Allow-Methods': methods.join(', '),
  'Access-Control-Allow-Headers': 'If-None-Match, Idempotency-Key, Content-Type, Last-Event-ID',
  'Access-Control-Max-Age': '600',
})
