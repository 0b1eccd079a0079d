import type { Core } from '@strapi/strapi'
import { readSettings } from '../src/settings'

export default (): Core.Config.Middlewares => [
  // first, so that public reads do not pay for what the admin needs
  'global::public-api',
  'global::health',
  'global::local-commands',
  'global::preview',
  'global::dialogue',
  'global::uploads',
  'strapi::logger',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          // the admin talks to its own server alone, whatever Strapi's own code would like to call
          'connect-src': ['\'self\''],
          'img-src': ['\'self\'', 'data:', 'blob:'],
          'media-src': ['\'self\'', 'data:', 'blob:'],
          // the preview of a draft is a page of the site, in a frame
          'frame-src': ['\'self\'', readSettings().siteUrl],
          'upgradeInsecureRequests': null,
        },
      },
    },
  },
  { name: 'strapi::cors', config: { origin: [], credentials: false } },
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
]
