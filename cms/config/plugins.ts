import type { Core } from '@strapi/strapi'

export default (): Core.Config.Plugin => ({
  'users-permissions': {
    config: {
      jwtManagement: 'refresh',
      sessions: { httpOnly: true },
      register: { allowedFields: [] },
    },
  },
  'upload': {
    config: {
      sizeLimit: 25 * 1024 * 1024,
      breakpoints: { xlarge: 1920, large: 1280, medium: 960, small: 640, xsmall: 360 },
      security: {
        allowedTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'application/pdf', 'text/csv'],
        deniedTypes: ['image/svg+xml', 'text/html', 'application/x-sh', 'application/x-executable'],
      },
    },
  },
})
