import type { Core } from '@strapi/strapi'

const config: Core.Config.Middlewares = [
  // first, so that public reads do not pay for what the admin needs
  'global::public-api',
  'global::local-commands',
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  { name: 'strapi::cors', config: { origin: [], credentials: false } },
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
]

export default config
