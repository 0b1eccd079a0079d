import type { Knex } from 'knex'
import { setImmediate } from 'node:timers/promises'
import { isPostgres } from './publication/engine'

/** How long statements may follow each other before whoever else waits has a turn. */
const turnMs = 1

type Query = (this: unknown, connection: unknown, statement: unknown) => Promise<unknown>

interface Client { prototype: { _query: Query } }

const isClient = (value: unknown): value is Client =>
  typeof value === 'function' && typeof value.prototype === 'object' && value.prototype !== null && '_query' in value.prototype

const changed = new WeakSet<object>()

/**
 * Lets readers be answered between the statements of a publication, an import or a rebuild. SQLite's driver answers at once, so that a
 * chain of `await`s never comes back to the event loop: without this, everybody waits for the whole of it. What is not committed is
 * seen by nobody meanwhile, since readers have a connection of their own and the one connection for writing is taken.
 * @param knex Strapi's connection; PostgreSQL's needs nothing, its driver waits for the network
 * @throws TypeError when knex is made differently from what this was written for
 */
export function takeTurns(knex: Knex): void {
  const client: unknown = knex.client.constructor
  if (isPostgres(knex))
    return
  if (!isClient(client))
    throw new TypeError('The SQLite client of knex has no _query.')
  // a transaction makes its own client from the class
  const { prototype } = client
  if (changed.has(prototype))
    return
  changed.add(prototype)
  const query = prototype._query
  let turnStarted = performance.now()
  prototype._query = async function (connection, statement) {
    if (performance.now() - turnStarted > turnMs) {
      await setImmediate()
      turnStarted = performance.now()
    }
    return query.call(this, connection, statement)
  }
}
