import { Client } from 'pg'
import { postgresConnection } from '../postgres-connection'
import { publishedChannel } from '../publication/notifier'

const reconnectMilliseconds = 1_000

/**
 * Hears what other processes on the same PostgreSQL publish, over a connection of its own that is made anew whenever it is lost.
 * What is told while there is none is found by looking again: the listener is called after each connection, too.
 * @param address as the settings hold it
 * @param onNotified called after each commit that changed the log, and after each connection
 * @param onFault hears when a connection is lost or cannot be made, once until there is one again
 * @returns what ends it
 */
export function listenToPublications(address: string, onNotified: () => void, onFault: (error: unknown) => void): () => void {
  const { host, port, database, user, password, ssl } = postgresConnection(address)
  let isClosed = false
  let hasFailed = false
  let client: Client | undefined
  let timer: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const connection = new Client({ host, port, database, user, password, ssl, keepAlive: true, connectionTimeoutMillis: 5_000, application_name: 'klartext-changes' })
    client = connection
    connection.on('notification', onNotified)
    // lost in whatever way: once each
    connection.once('error', error => lose(connection, error))
    connection.once('end', () => lose(connection, new Error('PostgreSQL ended the connection that tells of publications.')))
    try {
      await connection.connect()
      await connection.query(`listen ${publishedChannel}`)
      hasFailed = false
      onNotified()
    }
    catch (error) {
      lose(connection, error)
    }
  }

  function lose(connection: Client, error: unknown): void {
    if (client !== connection)
      return
    client = undefined
    // a connection that fails may say so more than once
    connection.on('error', () => {})
    connection.end().catch(() => {})
    if (isClosed)
      return
    if (!hasFailed)
      onFault(error)
    hasFailed = true
    timer = setTimeout(() => void connect(), reconnectMilliseconds)
  }

  void connect()
  return () => {
    isClosed = true
    clearTimeout(timer)
    const last = client
    client = undefined
    last?.end().catch(onFault)
  }
}
