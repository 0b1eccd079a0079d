import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlainError } from '../report/plain-error.mjs'

/** The environment variables that hold secrets: the CMS's own, and what the site shows the CMS to be believed. */
export const SECRET_NAMES = ['APP_KEYS', 'ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'JWT_SECRET', 'PREVIEW_SECRET', 'COMMENT_KEY', 'SITE_KEY']

/** Those of them that the site's server needs too. */
export const SITE_SECRET_NAMES = ['SITE_KEY']

/**
 * Takes each secret from the environment where it is set there, else from the data folder.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} dataDir absolute path of a folder that exists
 * @returns {Promise<Record<string, string>>} by the name of the environment variable
 * @throws {PlainError} as `openSecrets`
 */
export async function chooseSecrets(env, dataDir) {
  const kept = await openSecrets(dataDir)
  return { ...kept, ...Object.fromEntries(SECRET_NAMES.flatMap(name => env[name] ? [[name, env[name]]] : [])) }
}

/**
 * Reads the secrets of a data folder; the ones that are missing are made once and kept in `secrets.json`,
 * which only its owner can read.
 *
 * @param {string} dataDir absolute path of a folder that exists
 * @returns {Promise<Record<string, string>>} by the name of the environment variable
 * @throws {PlainError} when the file is there and cannot be understood: making new secrets would lock out everyone
 */
export async function openSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json')
  const known = await readSecrets(file)
  const missing = SECRET_NAMES.filter(name => known[name] === undefined)
  if (missing.length === 0)
    return known

  const secrets = { ...known, ...Object.fromEntries(missing.map(name => [name, createSecret(name)])) }
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  await rename(unfinished, file)
  return secrets
}

/**
 * Makes a secret of 256 random bits, in characters that need no escape in an address.
 *
 * @param {string} name the environment variable it is for
 * @returns {string} for APP_KEYS two of them, with a comma between
 */
export function createSecret(name) {
  const one = () => randomBytes(32).toString('base64url')
  // Strapi signs with the first of a list and still accepts the others, for the day a key is changed.
  return name === 'APP_KEYS' ? `${one()},${one()}` : one()
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, string>>}
 */
async function readSecrets(file) {
  try {
    /** @type {unknown} */
    const content = JSON.parse(await readFile(file, 'utf8'))
    if (isTextRecord(content))
      return content
  }
  catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return {}
    if (!(error instanceof SyntaxError))
      throw new PlainError(`The secrets in ${file} cannot be read. Start Klartext as the user who owns the data folder.`, { cause: error })
  }
  throw new PlainError(`${file} is not a list of secrets any more. Put back a copy of it; with new secrets every login and preview link ends, so they are not made by themselves.`)
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, string>}
 */
function isTextRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    && Object.values(value).every(entry => typeof entry === 'string')
}
