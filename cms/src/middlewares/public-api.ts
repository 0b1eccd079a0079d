import type { Core } from '@strapi/strapi'

/** Answers everything below `/api/v1`; all else goes on to Strapi. */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  if (!ctx.path.startsWith('/api/v1/'))
    return next()
  ctx.status = 404
  ctx.body = { title: 'Not found' }
}
