import type { Core } from '@strapi/strapi'
import { handleLocalCommand, localBase } from '../local-commands/handle-local-command'
import { localToken } from '../ownership/announce'

/** Answers `/_local/<command>`, the way in for commands on this machine. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => async (ctx, next) => {
  if (!ctx.url.startsWith(localBase))
    return next()
  const { status, body } = await handleLocalCommand(strapi, ctx.req, localToken)
  ctx.respond = false
  ctx.res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
  ctx.res.end(JSON.stringify(body))
}
