import { defineEventHandler, setResponseHeaders } from 'h3'
import { securityHeaders } from '../policy/security-headers'

/** What every answer says of itself. */
export default defineEventHandler((event) => {
  // the inner request that draws an error page: the outer one has said it
  if (!event.path.startsWith('/__nuxt_error'))
    setResponseHeaders(event, securityHeaders(event.path))
})
