import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
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
 * only what the settings state is handed on.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @returns {FirstAdmin | undefined}
 */
export function chooseFirstAdmin({ dataDir, adminEmail, adminPassword }) {
  if (adminPassword !== undefined)
    return { email: adminEmail, password: adminPassword, isGenerated: false }
  return isFirstStart(dataDir) ? { email: adminEmail, password: createPassword(), isGenerated: true } : undefined
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
 * Notes that the first start is over, so that later ones neither make nor print a password.
 *
 * @param {string} dataDir
 * @param {string} email
 * @returns {Promise<void>}
 */
export async function noteFirstAdmin(dataDir, email) {
  await writeFile(markerOf(dataDir), `${JSON.stringify({ administrator: email, at: new Date().toISOString() })}\n`, { mode: 0o600 })
}

/**
 * Tries the login, to print only what really opens the door: an existing database may have administrators of its own.
 *
 * @param {string} cmsUrl
 * @param {FirstAdmin} admin
 * @returns {Promise<boolean>}
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

/** A password that satisfies Strapi's rule: small letters, capitals and digits. */
function createPassword() {
  for (;;) {
    const all = LETTERS + CAPITALS + DIGITS
    const password = Array.from({ length: LENGTH }, () => all[randomInt(all.length)]).join('')
    if ([LETTERS, CAPITALS, DIGITS].every(kind => [...kind].some(character => password.includes(character))))
      return password
  }
}
