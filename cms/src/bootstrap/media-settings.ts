import type { Core } from '@strapi/strapi'
import { applyOnce } from './apply-once'

// turning, shrinking and the smaller sizes are made in src/uploads whatever stands here
const settings = { autoOrientation: true, sizeOptimization: true, responsiveDimensions: true, aiMetadata: false }

/** Sets the media library up once. */
export async function ensureMediaSettings(strapi: Core.Strapi): Promise<void> {
  await applyOnce(strapi, 'media-settings', settings, async () => {
    await strapi.store({ type: 'plugin', name: 'upload' }).set({ key: 'settings', value: settings })
  })
}
