import type { Client } from '@klartext/client'
import type { H3Event } from 'h3'
import { createClient } from '@klartext/client'
import { addressOf } from '../reader-address'
import { settings } from '../settings'

/** A reader waits this many milliseconds for one try. */
const timeout = 8_000

/** A client that sends in what one reader wrote, and tells the CMS for whom: it limits how much comes from one address. */
export function cmsFor(event: H3Event): Client {
  const headers = readerHeaders(event)
  return createClient({
    baseUrl: settings().cmsInternalUrl,
    timeout,
    // never on to another host: the key goes along
    fetch: async (input, init) => {
      const all = new Headers(init?.headers)
      for (const [name, value] of Object.entries(headers))
        all.set(name, value)
      return fetch(input, { ...init, headers: all, redirect: 'error' })
    },
  })
}

/** What the CMS believes about a reader when this site's key comes with it. */
export function readerHeaders(event: H3Event): Record<string, string> {
  const { siteKey } = settings()
  const address = addressOf(event)
  return { ...siteKey !== null && { 'Klartext-Site-Key': siteKey }, ...address !== null && { 'Klartext-Reader': address } }
}
