import type { Core } from '@strapi/strapi'
import { applyOnce } from './apply-once'

// turning and shrinking happen in src/uploads whatever stands here; the smaller sizes are Strapi's
const settings = { autoOrientation: true, sizeOptimization: true, responsiveDimensions: true, aiMetadata: false }

/** Sets the media library up once. */
export async function ensureMediaSettings(strapi: Core.Strapi): Promise<void> {
  await applyOnce(strapi, 'media-settings', settings, async () => {
    await strapi.store({ type: 'plugin', name: 'upload' }).set({ key: 'settings', value: settings })
  })
}
