import type { Knex } from 'knex'
import { isPostgres } from './engine'

/** What PostgreSQL tells the other processes under. */
export const publishedChannel = 'klartext_published'

/** Told that the log has grown; what happened is to be looked up there, since one call may stand for several rows or for none. */
export type PublishedListener = () => void

const listeners = new Set<PublishedListener>()

/**
 * Calls the listener after each committed change to what is public, in this process.
 * @returns a function that ends it
 */
export function onPublished(listener: PublishedListener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells every listener; one that throws keeps no other from hearing, and its error is handed to `onFault`. */
export function notifyPublished(onFault: (error: unknown) => void): void {
  for (const listener of listeners) {
    try {
      listener()
    }
    catch (error) {
      onFault(error)
    }
  }
}

/**
 * Tells every process on the same PostgreSQL that the log has grown or is another one, at the moment of the commit; of several calls in
 * one transaction the database makes one. SQLite has one process.
 */
export async function notifyAtCommit(trx: Knex): Promise<void> {
  if (isPostgres(trx))
    await trx.raw('select pg_notify(?, ?)', [publishedChannel, ''])
}
