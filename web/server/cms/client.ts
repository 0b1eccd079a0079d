import { createClient } from '@klartext/client'
import { notingFetch } from '../rendering'
import { settings } from '../settings'
import { innerFetch } from './inner-fetch'

type Client = ReturnType<typeof createClient>

let client: Client | undefined

/** The one client of the CMS's public API. A reader waits at most `timeout` milliseconds for it. */
export function cms(): Client {
  const { cmsUrl, cmsInternalUrl } = settings()
  client ??= createClient({ baseUrl: cmsInternalUrl, timeout: 10_000, fetch: innerFetch(cmsUrl, cmsInternalUrl, notingFetch) })
  return client
}
