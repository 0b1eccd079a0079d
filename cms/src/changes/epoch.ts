import type { Knex } from 'knex'
import { randomBytes } from 'node:crypto'

/** Names the making of everything that is public; the row of `publication_setting` that holds it. */
export const epochSetting = 'change-epoch'

/**
 * Begins a new epoch: whoever follows the changes is told that everything may have changed. To be called in the transaction that
 * makes the read model anew, since no change in the log tells of that.
 */
export async function beginEpoch(trx: Knex): Promise<void> {
  await trx('publication_setting').insert({ name: epochSetting, value: randomBytes(24).toString('base64url') }).onConflict('name').merge()
}

/** Makes sure that there is an epoch; of two CMSs that start at once, the first one's stands. */
export async function ensureEpoch(knex: Knex): Promise<void> {
  await knex('publication_setting').insert({ name: epochSetting, value: randomBytes(24).toString('base64url') }).onConflict('name').ignore()
}
