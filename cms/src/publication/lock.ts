import type { Knex } from 'knex'
import { setImmediate } from 'node:timers/promises'
import { isPostgres } from './engine'

// any number will do, as long as nobody else takes it
const lockNumber = 5_284_001

/** Waits until no other transaction holds the publication lock, and holds it until the commit; SQLite's one write connection is it. */
export async function lockPublication(trx: Knex.Transaction): Promise<void> {
  if (isPostgres(trx))
    await trx.raw('select pg_advisory_xact_lock(?)', [lockNumber])
}

const lastWork = new WeakMap<Knex.Transaction, Promise<unknown>>()

/**
 * Lets one piece of publication work at a time read and write the log and the read model.
 *
 * Between transactions: PostgreSQL commits out of order, so the work takes a lock that holds until the commit; a reader that follows
 * `seq` then never passes over a row. SQLite has one write connection and needs none. Inside one transaction: the Content Manager
 * publishes many documents at once on one connection, so their work queues up here; it must never wait for another document's.
 */
export async function exclusively<T>(trx: Knex.Transaction, work: () => Promise<T>): Promise<T> {
  const before = lastWork.get(trx) ?? Promise.resolve()
  // one that failed has already made its own caller throw, and with it the whole transaction
  const mine = before.then(() => {}, () => {}).then(async () => {
    await lockPublication(trx)
    // SQLite's driver never waits for anything: many publications in a row would leave nobody else a turn
    if (!isPostgres(trx))
      await setImmediate()
    return work()
  })
  lastWork.set(trx, mine)
  return mine
}
