import { Client } from 'pg'
import { keepAlives, postgresConnection } from '../postgres-connection'

// any numbers will do, as long as nobody else takes them; the publication lock has one of its own
const numbers = { start: 5_284_002, command: 5_284_003 } as const

/** What only one of several CMSs on one PostgreSQL does at a time. */
export type SharedWork = keyof typeof numbers

/** Lets go of a lock. */
export type Release = () => Promise<void>

/**
 * Waits until no other CMS on the same database does the same kind of work, on a connection of its own: PostgreSQL lets go of the
 * lock when the connection ends, also that of a process that was killed.
 * @param databaseUrl a postgres:// address; null for SQLite, which belongs to one process anyway
 * @param work what is about to be done
 * @param onWait called when another one holds the lock
 */
export async function lockDatabase(databaseUrl: string | null, work: SharedWork, onWait: () => void): Promise<Release> {
  if (databaseUrl === null)
    return async () => {}
  const client = new Client({ ...postgresConnection(databaseUrl), application_name: `klartext ${work}`, keepAlive: true, connectionTimeoutMillis: 20_000 })
  // a connection that is lost takes the lock with it; whoever does the work has connections of their own, and sees for themselves
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(keepAlives)
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [numbers[work]])
    if (!rows[0]?.held) {
      onWait()
      await client.query('select pg_advisory_lock($1)', [numbers[work]])
    }
  }
  catch (error) {
    await client.end()
    throw error
  }
  return async () => client.end()
}
