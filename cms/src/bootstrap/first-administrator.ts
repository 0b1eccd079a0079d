import type { Core } from '@strapi/strapi'
import type { Settings } from '../settings'

/** What Strapi demands of an administrator's password; it checks the rule only where the password comes over HTTP. */
const rules: [message: string, isKept: (password: string) => boolean][] = [
  ['at least 8 characters', password => password.length >= 8],
  ['at most 72 bytes', password => Buffer.byteLength(password) <= 72],
  ['a small letter', password => /[a-z]/.test(password)],
  ['a capital letter', password => /[A-Z]/.test(password)],
  ['a digit', password => /\d/.test(password)],
]

/**
 * Tells what a password lacks to be an administrator's.
 * @returns the broken rules in words; empty when the password will do
 */
export function passwordFaults(password: string): string[] {
  return rules.filter(([, isKept]) => !isKept(password)).map(([message]) => message)
}

/**
 * Creates the administrator that the settings name when there is none yet: until one exists,
 * whoever opens the admin first becomes one.
 * @throws Error with one sentence when the password breaks Strapi's rule
 */
export async function ensureFirstAdministrator(strapi: Core.Strapi, firstAdmin: Settings['firstAdmin']): Promise<void> {
  const users = strapi.service('admin::user')
  if (await users.exists())
    return
  if (!firstAdmin) {
    strapi.log.warn('There is no administrator yet, and whoever opens the admin first becomes one. Set ADMIN_EMAIL and ADMIN_PASSWORD and start again.')
    return
  }
  const faults = passwordFaults(firstAdmin.password)
  if (faults.length > 0)
    throw new Error(`ADMIN_PASSWORD cannot be used: it needs ${faults.join(', ')}.`)
  await users.createFirstAdmin({
    email: firstAdmin.email.toLowerCase(),
    password: firstAdmin.password,
    firstname: 'Administratör',
    lastname: '',
    preferedLanguage: 'sv',
  })
}
