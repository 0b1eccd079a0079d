import type { Core } from '@strapi/strapi'

const config: Core.Config.Features = {
  // the redesigned library, chosen by name: Strapi writes a notice to the log as long as nobody has chosen
  useLegacyMediaLibrary: false,
}

export default config
