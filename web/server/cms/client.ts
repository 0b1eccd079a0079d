import { createClient } from '@klartext/client'
import { settings } from '../settings'

type Client = ReturnType<typeof createClient>

let client: Client | undefined

/** The one client of the CMS's public API. A reader waits at most `timeout` milliseconds for it. */
export function cms(): Client {
  client ??= createClient({ baseUrl: settings().cmsInternalUrl, timeout: 10_000 })
  return client
}
