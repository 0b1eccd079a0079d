import type { Core } from '@strapi/strapi'
import { dialogueBase, handleDialogueRequest } from '../dialogue/sender/handle-dialogue-request'

/** Answers `/_dialogue/…`, where the site acts for whoever holds a link of a letter. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => async (ctx, next) => {
  if (!ctx.path.startsWith(dialogueBase))
    return next()
  const { status, headers, body } = await handleDialogueRequest(strapi, {
    method: ctx.method,
    path: ctx.path,
    query: ctx.querystring,
    headers: ctx.headers,
    body: ctx.req.iterator({ destroyOnReturn: false }),
    socketAddress: ctx.req.socket.remoteAddress,
  })
  ctx.respond = false
  ctx.res.writeHead(status, headers)
  ctx.res.end(body)
}
