import { resolve } from 'node:path'
import { PlainError } from '../report/plain-error.mjs'

/**
 * @typedef {object} Settings
 * @property {string} host the address both servers listen on
 * @property {number} webPort
 * @property {number} cmsPort
 * @property {string} dataDir absolute path
 * @property {string | undefined} databaseUrl PostgreSQL; nothing means SQLite in the data folder
 * @property {string} adminEmail
 * @property {string | undefined} adminPassword
 * @property {string} siteUrl the site's public address, without a slash at the end
 * @property {string} cmsUrl the CMS's public address, without a slash at the end
 * @property {boolean} exampleContent whether an empty database gets the example content
 */

/**
 * Reads the settings that README.md and .env.example describe. An empty value counts as unset.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root the repository's folder; a relative DATA_DIR starts there
 * @returns {Settings}
 * @throws {PlainError} naming the variable that cannot be used
 */
export function readSettings(env, root) {
  const webPort = readPort(env, 'WEB_PORT', 3000)
  const cmsPort = readPort(env, 'CMS_PORT', 1337)
  if (webPort === cmsPort)
    throw new PlainError(`WEB_PORT and CMS_PORT are both ${webPort}. Give them different ports.`)

  return {
    host: env.HOST || '127.0.0.1',
    webPort,
    cmsPort,
    dataDir: resolve(root, env.DATA_DIR || '.data'),
    databaseUrl: readDatabaseUrl(env),
    adminEmail: readEmail(env),
    adminPassword: readPassword(env),
    siteUrl: readUrl(env, 'SITE_URL', `http://localhost:${webPort}`),
    cmsUrl: readUrl(env, 'CMS_URL', `http://localhost:${cmsPort}`),
    exampleContent: readSwitch(env, 'EXAMPLE_CONTENT', true),
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {number} otherwise
 */
function readPort(env, name, otherwise) {
  const value = env[name]
  if (!value)
    return otherwise
  const port = Number(value)
  if (!/^\d+$/.test(value) || port < 1 || port > 65535)
    throw new PlainError(`${name} is "${value}", and a port is a whole number from 1 to 65535.`)
  return port
}

/** @param {NodeJS.ProcessEnv} env */
function readDatabaseUrl(env) {
  const value = env.DATABASE_URL
  if (!value)
    return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  // The value itself is not repeated: it holds a password.
  if (url === undefined || !/^postgres(?:ql)?:$/.test(url.protocol) || url.hostname === '' || url.pathname.length < 2)
    throw new PlainError('DATABASE_URL cannot be read. It looks like postgres://user:password@host:5432/database; characters such as @ and / in the password are written percent-encoded.')
  return value
}

/** @param {NodeJS.ProcessEnv} env */
function readEmail(env) {
  const value = env.ADMIN_EMAIL || 'admin@klartext.example'
  if (!/^[^\s@]+@[^\s@][^\s.@]*\.[^\s@]+$/.test(value))
    throw new PlainError(`ADMIN_EMAIL is "${value}", and that is not an e-mail address.`)
  return value
}

/** @param {NodeJS.ProcessEnv} env */
function readPassword(env) {
  const value = env.ADMIN_PASSWORD
  if (!value)
    return undefined
  // Strapi's own rule for the passwords of administrators.
  if (value.length < 8 || Buffer.byteLength(value) > 72 || !/[a-z]/.test(value) || !/[A-Z]/.test(value) || !/\d/.test(value))
    throw new PlainError('ADMIN_PASSWORD is too weak for the CMS: it needs 8 to 72 characters with a small letter, a capital and a digit.')
  return value
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {string} otherwise
 */
function readUrl(env, name, otherwise) {
  const value = env[name] || otherwise
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new PlainError(`${name} is "${value}". Write a whole address such as ${otherwise}.`)
  return value.replace(/\/+$/, '')
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {boolean} otherwise
 */
function readSwitch(env, name, otherwise) {
  const value = env[name]
  if (!value)
    return otherwise
  if (value !== 'true' && value !== 'false')
    throw new PlainError(`${name} is "${value}". Write true or false.`)
  return value === 'true'
}
