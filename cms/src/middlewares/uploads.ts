import type { Core } from '@strapi/strapi'
import { readSettings } from '../settings'
import { answerUpload } from '../uploads/store/answer-upload'
import { openBucket } from '../uploads/store/bucket'

const prefix = '/uploads/'

/** Answers `/uploads/…` from the bucket, where the settings name one; what is not there may still lie in the folder. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const { s3 } = readSettings()
  const bucket = s3 && openBucket(s3)
  return async (ctx, next) => {
    if (bucket === null || !ctx.path.startsWith(prefix) || !['GET', 'HEAD'].includes(ctx.method))
      return next()
    const answer = await answerUpload(bucket, ctx.path.slice(prefix.length), ctx.get('if-none-match'), error => strapi.log.error(error))
    if (answer === null)
      return next()
    ctx.status = answer.status
    ctx.set(answer.headers)
    if (answer.body && ctx.method === 'GET')
      ctx.body = answer.body
    else
      answer.body?.destroy()
  }
}
