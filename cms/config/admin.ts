import type { Core } from '@strapi/strapi'
import type { PreviewRequest } from '../src/preview/preview-address'
import { previewAddress } from '../src/preview/preview-address'
import { readSecret, readSettings } from '../src/settings'

export default (): Core.Config.Admin => ({
  auth: { secret: readSecret('ADMIN_JWT_SECRET') },
  apiToken: { salt: readSecret('API_TOKEN_SALT') },
  transfer: { token: { salt: readSecret('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: readSecret('ENCRYPTION_KEY') },
  flags: { nps: false, promoteEE: false, docLinks: false },
  ai: { enabled: false },
  autoOpen: false,
  preview: preview(),
})

function preview(): NonNullable<Core.Config.Admin['preview']> {
  // missed at the start, not when the first editor wants to see a draft
  readSecret('PREVIEW_SECRET')
  return {
    enabled: true,
    config: {
      allowedOrigins: [new URL(readSettings().siteUrl).origin],
      handler: (uid: string, request: PreviewRequest) => previewAddress(strapi, uid, request),
    },
  }
}
