import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import * as v from 'valibot'
import { withdrawAction } from '../bootstrap/permission-actions'
import { withdrawArticle } from '../publication/withdraw'

const bodySchema = v.strictObject({ language: v.string(), notice: v.string() })
const paramsSchema = v.object({ documentId: v.string() })

/**
 * `POST /klartext/articles/{documentId}/withdraw` with `{language, notice}`, for administrators who may withdraw.
 * Answers 204, 400 in Swedish when it is refused, 403 to everybody else.
 */
export function registerWithdrawRoute(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/klartext',
    routes: [{
      method: 'POST',
      path: '/articles/:documentId/withdraw',
      info: {},
      async handler(ctx) {
        const body = v.safeParse(bodySchema, ctx.request.body)
        if (!body.success)
          throw new errors.ValidationError('Ange språket och ett meddelande till läsaren.')
        const { documentId } = v.parse(paramsSchema, ctx.params)
        await withdrawArticle(strapi, { documentId, ...body.output })
        ctx.status = 204
      },
      config: {
        policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [withdrawAction] } }],
      },
    }],
  })
}
