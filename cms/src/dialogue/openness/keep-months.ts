import type { Strapi } from '../../publication/subjects'
import { exclusively } from '../../publication/lock'
import { countMonth } from './month-counts'

/**
 * Counts months of the ledger and keeps the result, until something is added to one of them. It holds the publication lock, as whoever
 * adds to the ledger does: what is kept is whole.
 * @param strapi the running CMS
 * @param organisationId '' for the whole site
 * @param months such as `2026-05`
 */
export async function keepMonths(strapi: Strapi, organisationId: string, months: readonly string[]): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => exclusively(trx, async () => {
    for (const month of months) {
      const json = JSON.stringify(await countMonth(trx, month, organisationId))
      await trx('openness_month').insert({ month, organisation_id: organisationId, json }).onConflict(['month', 'organisation_id']).merge({ json })
    }
  }))
}
