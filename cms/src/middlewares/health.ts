import type { Core } from '@strapi/strapi'
import { maySeeMetrics } from '@klartext/metrics'
import { changeStreamOf } from '../changes/change-stream'
import { cmsMetrics } from '../health/metrics'
import { unreadyReason } from '../health/readiness'
import { readSettings } from '../settings'

/** Answers `/healthz`, `/readyz` and `/metrics`, for who watches over the process; all else goes on to Strapi. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const { metricsToken } = readSettings()
  const changes = changeStreamOf(strapi)
  const answers: Record<string, (ctx: Parameters<Core.MiddlewareHandler>[0]) => Promise<[status: number, type: string, body: string]>> = {
    '/healthz': async () => [200, 'application/json', jsonLine({ status: 'ok' })],
    '/readyz': async () => {
      const reason = await unreadyReason(strapi, changes)
      return reason === null ? [200, 'application/json', jsonLine({ status: 'ready' })] : [503, 'application/json', jsonLine({ status: 'waiting', reason })]
    },
    '/metrics': async ctx => maySeeMetrics(ctx.req, metricsToken)
      ? [200, 'text/plain; version=0.0.4; charset=utf-8', cmsMetrics(changes)]
      : [404, 'text/plain; charset=utf-8', 'There is nothing here.\n'],
  }
  return async (ctx, next) => {
    const answer = ctx.method === 'GET' || ctx.method === 'HEAD' ? answers[ctx.path] : undefined
    if (!answer)
      return next()
    const [status, type, body] = await answer(ctx)
    ctx.respond = false
    ctx.res.writeHead(status, { 'Content-Type': type, 'Content-Length': String(Buffer.byteLength(body)), 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
    ctx.res.end(ctx.method === 'HEAD' ? null : body)
  }
}

const jsonLine = (value: object): string => `${JSON.stringify(value)}\n`
