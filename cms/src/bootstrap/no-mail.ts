import type { Core } from '@strapi/strapi'

interface Mail { to?: string, subject?: string }

/**
 * Replaces Strapi's default way of sending mail, which connects from this machine straight to the addressee's mail server:
 * Klartext has no mail server set yet, so a letter is noted in the log and goes nowhere.
 */
export function sendNoMail(strapi: Core.Strapi): void {
  const email: { provider?: { send: (mail: Mail) => Promise<void> } } & Core.Plugin = strapi.plugin('email')
  email.provider = {
    async send({ subject }) {
      strapi.log.warn(`No mail server is set, so a letter was not sent ("${subject}").`)
    },
  }
}
