import { defineEventHandler, setResponseHeaders } from 'h3'
import { previewPath } from '../../shared/paths'
import { settings } from '../settings'

/** What every answer says of itself. A draft may be framed by the admin, and nothing else by anyone. */
export default defineEventHandler((event) => {
  // the inner request that draws an error page: the outer one has said it
  if (event.path.startsWith('/__nuxt_error'))
    return
  const isPreview = event.path.split('?', 1)[0] === previewPath
  setResponseHeaders(event, {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Content-Security-Policy': `frame-ancestors ${isPreview ? new URL(settings().cmsUrl).origin : '\'none\''}`,
    ...isPreview && {
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
      // the token in the address must not reach another host
      'Referrer-Policy': 'no-referrer',
    },
  })
})
