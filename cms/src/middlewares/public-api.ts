import type { Core } from '@strapi/strapi'
import { observeRequest } from '../health/request-seconds'
import { handlePublicRequest } from '../public-api/handle-public-request'
import { createPublicApi } from '../public-api/mount'
import { isPublicApiPath } from '../public-api/path'

/** Answers everything that is below `/api/v1`, however it is spelt; all else goes on to Strapi. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const api = createPublicApi(strapi)
  return async (ctx, next) => {
    if (!isPublicApiPath(ctx.path))
      return next()
    const began = performance.now()
    const answer = await handlePublicRequest(api, {
      method: ctx.method,
      path: ctx.path,
      query: ctx.querystring,
      headers: ctx.headers,
      // reading may end before the body does; the answer still goes out
      body: ctx.req.iterator({ destroyOnReturn: false }),
      socketAddress: ctx.req.socket.remoteAddress,
    })
    // the answer is whole: what Koa would add to it is not wanted
    ctx.respond = false
    ctx.res.writeHead(answer.status, answer.headers)
    if (typeof answer.body === 'function') {
      answer.body(ctx.res)
      return
    }
    ctx.res.end(answer.body)
    observeRequest(began, answer.status)
  }
}
