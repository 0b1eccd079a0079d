import type { SitePage } from '../../shared/paths'
import { defineEventHandler, setResponseHeaders } from 'h3'
import { matchPath } from '../../shared/match-path'
import { previewPath } from '../../shared/paths'
import { settings } from '../settings'

/** Pages whose address holds a key that must not reach another host. */
const secretPages = new Set<SitePage | undefined>(['sender', 'myDataLink'])
/** Pages that hold what one reader wrote. */
const ownPages = new Set<SitePage | undefined>(['write', 'report', 'myData', ...secretPages])

/** What every answer says of itself. A draft may be framed by the admin, and nothing else by anyone. */
export default defineEventHandler((event) => {
  // the inner request that draws an error page: the outer one has said it
  if (event.path.startsWith('/__nuxt_error'))
    return
  const isPreview = event.path.split('?', 1)[0] === previewPath
  const page = matchPath(event.path)?.page
  const isSecret = isPreview || secretPages.has(page)
  setResponseHeaders(event, {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': isSecret ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'Content-Security-Policy': `frame-ancestors ${isPreview ? new URL(settings().cmsUrl).origin : '\'none\''}`,
    ...(isSecret || ownPages.has(page)) && {
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
})
