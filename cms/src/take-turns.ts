import type { Knex } from 'knex'
import { setImmediate } from 'node:timers/promises'
import { afterReads } from './public-api/reads-under-way'
import { isPostgres } from './publication/engine'

type Query = (this: { config?: unknown }, connection: unknown, statement: unknown) => Promise<unknown>

interface Client { prototype: { _query: Query } }

const isClient = (value: unknown): value is Client =>
  typeof value === 'function' && typeof value.prototype === 'object' && value.prototype !== null && '_query' in value.prototype

/** A publication has some hundred statements: readers without end must not stop it. */
const mostMs = 3

const changed = new WeakSet<object>()

/**
 * Lets readers be answered between the statements of a publication, an import or a rebuild: what Strapi does between two takes
 * milliseconds, which add up. SQLite's driver answers at once, so that a chain of `await`s never comes back to the event loop: it is
 * made to, before each. PostgreSQL's waits for the network, but so do readers, who are delayed anew at each of their statements: those
 * that have begun are let end. What is not committed is seen by nobody meanwhile, since readers have a connection of their own.
 * @param knex Strapi's connection
 * @throws TypeError when knex is made differently from what this was written for
 */
export function takeTurns(knex: Knex): void {
  const client: unknown = knex.client.constructor
  if (!isClient(client))
    throw new TypeError('The client of knex has no _query.')
  const { config }: { config: unknown } = knex.client
  const turn = isPostgres(knex) ? () => afterReads(mostMs) : () => setImmediate()
  // a transaction makes its own client from the class
  const { prototype } = client
  if (changed.has(prototype))
    return
  changed.add(prototype)
  const query = prototype._query
  prototype._query = async function (connection, statement) {
    // readers' own connections are of the same class, and wait for nobody
    if (this.config === config)
      await turn()
    return query.call(this, connection, statement)
  }
}
