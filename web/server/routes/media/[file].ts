import { createError, defineEventHandler, getRequestHeader, getRouterParam, sendStream, setResponseHeaders, setResponseStatus } from 'h3'
import { imageTypeOf } from '../../cms/uploads'
import { settings } from '../../settings'

const timeout = 30_000
const conditional = ['if-none-match', 'if-modified-since'] as const
const handedOn = ['content-length', 'etag', 'last-modified'] as const

/**
 * `/media/{file}`: an image that the CMS keeps under `/uploads`, so that a page asks no other host.
 * Only names of images pass, and the type is ours to say: an upload never becomes a page.
 */
export default defineEventHandler(async (event) => {
  const file = getRouterParam(event, 'file') ?? ''
  const type = imageTypeOf(file)
  if (type === null || !['GET', 'HEAD'].includes(event.method))
    throw createError({ statusCode: 404 })

  const asked = conditional.flatMap((name): [string, string][] => {
    const value = getRequestHeader(event, name)
    return value === undefined ? [] : [[name, value]]
  })
  const upload = await fetch(`${settings().cmsInternalUrl}/uploads/${file}`, {
    method: event.method,
    headers: { ...Object.fromEntries(asked), 'accept-encoding': 'identity' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  }).catch((cause: unknown) => {
    throw createError({ statusCode: 503, cause })
  })
  if (!upload.ok && upload.status !== 304) {
    await upload.body?.cancel()
    throw createError({ statusCode: upload.status < 500 ? 404 : 503 })
  }

  setResponseStatus(event, upload.status)
  setResponseHeaders(event, {
    'Content-Type': type,
    // an editor may replace a file under the same name: an hour, not for ever
    'Cache-Control': 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800',
    // an SVG opened by itself is a document: let it draw and nothing else
    'Content-Security-Policy': 'default-src \'none\'; style-src \'unsafe-inline\'; sandbox',
    'X-Content-Type-Options': 'nosniff',
    ...Object.fromEntries(handedOn.flatMap((name) => {
      const value = upload.headers.get(name)
      return value === null ? [] : [[name, value]]
    })),
  })
  if (upload.body)
    return sendStream(event, upload.body)
  // h3 would make 204 of an empty answer, where HEAD and 304 have their own status
  event.node.res.end()
})
