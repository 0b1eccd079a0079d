import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PlainError } from '../report/plain-error.mjs'

/**
 * Opens one connection to PostgreSQL and closes it again, so that a database that cannot be used is named before
 * anything is built or started.
 *
 * @param {string} root the repository's folder, with the CMS's packages installed
 * @param {string} databaseUrl
 * @returns {Promise<void>}
 * @throws {PlainError} naming host and database, never the password
 */
export async function requireDatabase(root, databaseUrl) {
  // The driver of the CMS itself, so that both understand the address in the same way.
  const { Client } = createRequire(join(root, 'cms', 'package.json'))('pg')
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    await client.end()
  }
  catch (error) {
    throw sentence(error, new URL(databaseUrl))
  }
}

/**
 * @param {unknown} error
 * @param {URL} url
 */
function sentence(error, url) {
  const server = `${url.hostname}:${url.port || 5432}`
  const database = decodeURIComponent(url.pathname.slice(1))
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const reasons = {
    '28P01': `PostgreSQL at ${server} does not accept the user or password in DATABASE_URL.`,
    '28000': `PostgreSQL at ${server} does not let this user in; see its pg_hba.conf, and DATABASE_URL.`,
    '3D000': `PostgreSQL at ${server} has no database called "${database}". Create it, or mend DATABASE_URL.`,
  }
  if (typeof code === 'string' && code in reasons)
    return new PlainError(reasons[/** @type {keyof typeof reasons} */ (code)], { cause: error })
  const detail = typeof code === 'string' ? code : error instanceof Error ? error.message : String(error)
  return new PlainError(`PostgreSQL cannot be reached at ${server} (${detail}). Start it, or mend DATABASE_URL; without DATABASE_URL Klartext keeps its data in SQLite.`, { cause: error })
}
