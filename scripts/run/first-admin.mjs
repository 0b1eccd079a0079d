import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

// Without the characters that are taken for each other when copied by hand.
const LETTERS = 'abcdefghijkmnpqrstuvwxyz'
const CAPITALS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const DIGITS = '23456789'
const LENGTH = 16

/**
 * @typedef {object} FirstAdmin
 * @property {string} email
 * @property {string} password
 * @property {boolean} isGenerated whether the password was made here and must be shown
 */

/**
 * Chooses the login that the CMS makes when it has no administrator. After the first start there is nothing to choose:
 * only what the settings state is handed on. A password that is made here is kept until it has been shown, so that a start
 * that breaks off half-way locks nobody out.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<FirstAdmin | undefined>}
 */
export async function chooseFirstAdmin({ dataDir, adminEmail, adminPassword }) {
  if (adminPassword !== undefined)
    return { email: adminEmail, password: adminPassword, isGenerated: false }
  if (!isFirstStart(dataDir))
    return undefined
  const password = await readUnshownPassword(dataDir) ?? createPassword()
  await writeFile(unshownFileOf(dataDir), password, { mode: 0o600 })
  return { email: adminEmail, password, isGenerated: true }
}

/**
 * Tells whether Klartext has not yet come up on this data folder.
 *
 * @param {string} dataDir
 * @returns {boolean}
 */
export function isFirstStart(dataDir) {
  return !existsSync(markerOf(dataDir))
}

/**
 * Notes that the first start is over and its password has been shown: later ones neither make nor print one.
 *
 * @param {string} dataDir
 * @param {string} email
 * @returns {Promise<void>}
 */
export async function noteFirstStart(dataDir, email) {
  await writeFile(markerOf(dataDir), `${JSON.stringify({ administrator: email, at: new Date().toISOString() })}\n`, { mode: 0o600 })
  await rm(unshownFileOf(dataDir), { force: true })
}

/**
 * Tries the login, to print only what really opens the door: an existing database may have administrators of its own.
 *
 * @param {string} cmsUrl
 * @param {FirstAdmin} admin
 * @returns {Promise<boolean>}
 * @throws {Error} when the CMS could not answer
 */
export async function opensAdmin(cmsUrl, { email, password }) {
  const response = await fetch(`${cmsUrl}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  await response.arrayBuffer()
  if (response.status >= 500)
    throw new Error(`The CMS answered ${response.status} to the first login.`)
  return response.ok
}

/** @param {string} dataDir */
function markerOf(dataDir) {
  return join(dataDir, 'first-start.json')
}

/** @param {string} dataDir */
function unshownFileOf(dataDir) {
  return join(dataDir, 'first-password')
}

/** @param {string} dataDir */
async function readUnshownPassword(dataDir) {
  const file = unshownFileOf(dataDir)
  return existsSync(file) ? await readFile(file, 'utf8') || undefined : undefined
}

/** A password that satisfies Strapi's rule: small letters, capitals and digits. */
function createPassword() {
  for (;;) {
    const all = LETTERS + CAPITALS + DIGITS
    const password = Array.from({ length: LENGTH }, () => all[randomInt(all.length)]).join('')
    if ([LETTERS, CAPITALS, DIGITS].every(kind => [...kind].some(character => password.includes(character))))
      return password
  }
}
