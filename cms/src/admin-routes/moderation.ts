import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import * as v from 'valibot'
import { moderateAction } from '../bootstrap/permission-actions'
import { answer } from '../dialogue/decide/answer'
import { decide } from '../dialogue/decide/decide'
import { decideMany } from '../dialogue/decide/decide-many'
import { decideReport } from '../dialogue/decide/decide-report'
import { ChangedMeanwhile } from '../dialogue/decide/refusals'
import { queueNames } from '../dialogue/queues/queue-names'
import { readQueue, readTotals } from '../dialogue/queues/read-queue'
import { commentDetail } from '../dialogue/screen/comment-detail'
import { overdueBefore } from '../dialogue/screen/overdue'
import { presentComments, presentItems } from '../dialogue/screen/present-items'
import { readSettings } from '../settings'
import { answerBody, bulkBody, decideBody, queueQuery, readBody, reportBody } from './moderation-bodies'

type Context = Parameters<Core.MiddlewareHandler>[0]
type Handler = (ctx: Context) => Promise<unknown>

const param = (ctx: Context, name: string): string => v.parse(v.string(), ctx.params[name])

/**
 * What the moderation screen asks for, below `/klartext/moderation`, for administrators who may moderate: 403 to everybody else, 400 in
 * Swedish for what cannot be done, 404 for what is gone, 409 with who did what and when where somebody else was there first.
 */
export function registerModerationRoutes(strapi: Core.Strapi): void {
  const knex = () => strapi.db.connection
  const handlers: [method: 'GET' | 'POST', path: string, handler: Handler][] = [
    ['GET', '/queues', async () => {
      const { answerWithinDays, siteUrl } = readSettings()
      return { ...await readTotals(knex(), overdueBefore(new Date(), answerWithinDays)), answerWithinDays, siteUrl }
    }],
    ['GET', '/queues/:queue', async (ctx) => {
      const queue = queueNames.find(name => name === param(ctx, 'queue'))
      if (!queue)
        throw new errors.NotFoundError('Det finns ingen sådan kö.')
      const { after, limit } = readBody(queueQuery, ctx.query)
      const page = await readQueue(knex(), queue, after ?? null, limit)
      if (!page)
        throw new errors.ValidationError('Kön kan inte fortsätta därifrån. Börja om från början.')
      const totals = await readTotals(knex(), '')
      return { items: await presentItems(strapi, page.items), next: page.next, total: totals[queue] }
    }],
    ['GET', '/comments/:id', async (ctx) => {
      const detail = await commentDetail(strapi, param(ctx, 'id'))
      if (!detail)
        throw new errors.NotFoundError('Kommentaren finns inte längre.')
      return detail
    }],
    ['POST', '/comments/:id/decide', async (ctx) => {
      const commentId = param(ctx, 'id')
      await decide(strapi, { commentId, ...readBody(decideBody, ctx.request.body) })
      return itemOf(commentId)
    }],
    ['POST', '/comments/:id/answer', async (ctx) => {
      const commentId = param(ctx, 'id')
      const answerId = await answer(strapi, { commentId, ...readBody(answerBody, ctx.request.body) })
      const [written] = await presentComments(strapi, [answerId])
      return { ...await itemOf(commentId), answer: written }
    }],
    ['POST', '/bulk', async (ctx) => {
      const { done, refused } = await decideMany(strapi, readBody(bulkBody, ctx.request.body))
      return { done: await presentComments(strapi, done), refused }
    }],
    ['POST', '/reports/:receipt/decide', async (ctx) => {
      const commentId = await decideReport(strapi, { receipt: param(ctx, 'receipt'), ...readBody(reportBody, ctx.request.body) })
      return itemOf(commentId)
    }],
  ]
  const itemOf = async (commentId: string) => ({ item: (await presentComments(strapi, [commentId]))[0] ?? null })
  strapi.server.routes({
    type: 'admin',
    prefix: '/klartext/moderation',
    routes: handlers.map(([method, path, handler]) => ({
      method,
      path,
      info: {},
      handler: (ctx: Context) => answered(ctx, handler),
      config: {
        policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [moderateAction] } }],
      },
    })),
  })
}

async function answered(ctx: Context, handler: Handler): Promise<void> {
  ctx.set('Cache-Control', 'no-store')
  try {
    ctx.body = await handler(ctx)
  }
  catch (error) {
    if (!(error instanceof ChangedMeanwhile))
      throw error
    ctx.status = 409
    ctx.body = { data: null, error: { status: 409, name: 'ConflictError', message: error.message, details: error.details } }
  }
}
