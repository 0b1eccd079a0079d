import type { Core } from '@strapi/strapi'
import { handlePreview, previewPath } from '../preview/handle-preview'

/** Answers `/_preview`, where the site fetches a draft with a token. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => async (ctx, next) => {
  if (ctx.path !== previewPath)
    return next()
  const { status, headers, body } = await handlePreview(strapi, { method: ctx.method, path: ctx.path, query: ctx.querystring, headers: ctx.headers })
  ctx.respond = false
  ctx.res.writeHead(status, headers)
  ctx.res.end(body)
}
