import type { Core } from '@strapi/strapi'
import { readSettings } from '../settings'

interface Mail { subject?: string }

/**
 * Where no mail server is set, replaces Strapi's default way of sending mail, which connects from this machine straight to the
 * addressee's mail server: a letter of the admin's is noted in the log and goes nowhere.
 */
export function ensureMail(strapi: Core.Strapi): void {
  if (readSettings().smtpUrl !== null)
    return
  const email: { provider?: { send: (mail: Mail) => Promise<void> } } & Core.Plugin = strapi.plugin('email')
  email.provider = {
    async send({ subject }) {
      strapi.log.warn(`No mail server is set, so a letter was not sent ("${subject}").`)
    },
  }
}
