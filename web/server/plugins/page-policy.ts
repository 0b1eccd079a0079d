import { getQuery } from 'h3'
import { contentPolicy } from '../policy/content-policy'
import { frameAncestorsOf } from '../policy/security-headers'

/** Each page's own policy, by the hashes of what stands in it. */
export default defineNitroPlugin((nitroApp) => {
  nitroApp.hooks.hook('render:response', (response, { event }) => {
    if (typeof response.body !== 'string')
      return
    // an error page is drawn at an inner address, which names that of the reader
    const { url } = event.path.startsWith('/__nuxt_error') ? getQuery(event) : { url: event.path }
    response.headers = { ...response.headers, 'content-security-policy': contentPolicy(response.body, frameAncestorsOf(String(url))) }
  })
})
