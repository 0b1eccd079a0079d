import type { Strapi } from '../subjects'
import { exclusively } from '../lock'
import { createPublication } from '../publication'
import { isMadeAsNow } from './made-with'
import { rebuildWithin } from './rebuild'

/** Rebuilds the read model at a start where it was made with other addresses or in another shape. */
export async function ensureReadModel(strapi: Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const publication = createPublication(strapi, trx)
    await exclusively(trx, async () => {
      if (!await isMadeAsNow(publication))
        await rebuildWithin(publication)
    })
  })
}
