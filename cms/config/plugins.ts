import type { Core } from '@strapi/strapi'
import process from 'node:process'
import { readSecret, readSettings } from '../src/settings'

// The i18n plugin reads its default language from the environment alone, when it is loaded: after the configuration.
process.env.STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE = 'sv'

export default (): Core.Config.Plugin => ({
  'users-permissions': {
    config: {
      jwtSecret: readSecret('JWT_SECRET'),
      jwtManagement: 'refresh',
      sessions: { httpOnly: true },
      register: { allowedFields: [] },
    },
  },
  'email': { config: mail() },
  'upload': {
    config: {
      sizeLimit: 25 * 1024 * 1024,
      // src/uploads decides, by the content and with a message in Swedish; Strapi's lists would refuse before it, in English
      security: { allowedTypes: ['*/*'] },
    },
  },
})

function mail() {
  const { smtpUrl, mailFrom } = readSettings()
  return smtpUrl === null
    ? {}
    : {
        provider: 'nodemailer',
        // a mail server that does not answer must not hold a letter longer than its lease
        providerOptions: { url: smtpUrl, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 },
        settings: { defaultFrom: mailFrom, defaultReplyTo: mailFrom },
      }
}
