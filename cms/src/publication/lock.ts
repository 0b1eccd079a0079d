import type { Knex } from 'knex'
import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers/promises'
import { isPostgres } from './engine'

// any number will do, as long as nobody else takes it
const lockNumber = 5_284_001

/** Waits until no other transaction holds the publication lock, and holds it until the commit; SQLite's one write connection is it. */
export async function lockPublication(trx: Knex.Transaction): Promise<void> {
  if (isPostgres(trx))
    await trx.raw('select pg_advisory_xact_lock(?)', [lockNumber])
}

/** The work that stands last in the queue of a transaction, and whether any of it failed. */
interface Queue {
  last: Promise<unknown>
  isGivenUp: boolean
}

const queues = new WeakMap<Knex.Transaction, Queue>()
const working = new AsyncLocalStorage<Knex.Transaction>()

/**
 * Lets one piece of publication work at a time read and write the log and the read model; what it calls belongs to it.
 *
 * Between transactions: PostgreSQL commits out of order, so the work takes a lock that holds until the commit; a reader that follows
 * `seq` then never passes over a row. SQLite has one write connection and needs none. Inside one transaction: the Content Manager
 * publishes many documents at once on one connection, so their work queues up here; it must never wait for another document's.
 *
 * Strapi takes a transaction that was rolled back away from whoever still works in it, and lets them write without one. So when a piece
 * of work fails, none of the same transaction may be under way or begin.
 * @throws Error where an earlier piece of work of the same transaction failed
 */
export async function exclusively<T>(trx: Knex.Transaction, work: () => Promise<T>): Promise<T> {
  if (working.getStore() === trx)
    return work()
  const queue = queues.get(trx) ?? { last: Promise.resolve(), isGivenUp: false }
  queues.set(trx, queue)
  const mine = queue.last.then(() => {}, () => {}).then(async () => {
    if (queue.isGivenUp || trx.isCompleted())
      throw new Error('The transaction was given up: something published with this was refused or failed.')
    try {
      await lockPublication(trx)
      // SQLite's driver never waits for anything: many publications in a row would leave nobody else a turn
      if (!isPostgres(trx))
        await setImmediate()
      return await working.run(trx, work)
    }
    catch (error) {
      queue.isGivenUp = true
      throw error
    }
  })
  queue.last = mine
  return mine
}
