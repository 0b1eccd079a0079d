import type { Strapi } from '../../publication/subjects'
import { exclusively } from '../../publication/lock'
import { enqueueLetter } from '../letters/enqueue'
import { emailHmac } from '../vault/email'
import { keptAddress } from './owned'

const mostPerHour = 3

/**
 * Sends a letter with a link to everything kept under an address, where there is anything; at most three an hour, so that nobody can
 * be flooded by it. The letter goes to the address as it was once given, not as it is typed now.
 */
export async function requestMyData(strapi: Strapi, email: string, language: string, now: Date): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const owner = emailHmac(email)
    const to = await keptAddress(trx, owner)
    if (to === null)
      return
    const about = owner.slice(0, 40)
    const sinceAnHour = new Date(now.getTime() - 3_600_000).toISOString()
    // held until the commit: of several that ask at once, each counts those before
    const asked: unknown[] = await exclusively(trx, async () => trx('letter').select('id').where({ kind: 'my-data', about }).where('created_at', '>', sinceAnHour).limit(mostPerHour))
    if (asked.length < mostPerHour)
      await enqueueLetter(trx, { kind: 'my-data', to, language, data: { about }, now: now.toISOString() })
  })
}
