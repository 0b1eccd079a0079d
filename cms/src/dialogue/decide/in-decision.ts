import type { Publication } from '../../publication/publication'
import type { Strapi } from '../../publication/subjects'
import { exclusively } from '../../publication/lock'
import { createPublication } from '../../publication/publication'

/**
 * Runs a decision in a transaction that holds the publication lock from its first read, so that what it was decided on is what it
 * changes.
 */
export async function inDecision<T>(strapi: Strapi, work: (publication: Publication) => Promise<T>): Promise<T> {
  return strapi.db.transaction(async ({ trx }) => {
    // only the lock: what the work calls queues for it too
    await exclusively(trx, async () => {})
    return work(createPublication(strapi, trx))
  })
}
