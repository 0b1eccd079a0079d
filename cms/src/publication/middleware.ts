import type { Strapi } from './subjects'
import { changesComment, commentParams, runCommentCall } from './comment-calls'
import { changesPublicDocument, runDocumentCall } from './document-calls'
import { notifyPublished } from './notifier'
import { createPublication } from './publication'
import { commentUid, documentTypeOf } from './subjects'

/**
 * Puts the publication log and the read model into every transaction in which Strapi publishes, whatever way it is asked: admin, bulk,
 * REST with a token, document service, a scheduled task. A throw, here or in Strapi, leaves nothing of either.
 *
 * The transaction must be the first thing that happens: the Content Manager publishes many documents at once, and an `await` before
 * it would let some of them start transactions of their own when one is refused.
 */
export function publishInTransaction(strapi: Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { uid, action } = context
    const type = documentTypeOf(uid)
    const isComment = uid === commentUid && changesComment(action)
    if (!isComment && !(type && changesPublicDocument(action, context.params)))
      return next()
    return strapi.db.transaction(async ({ trx, onCommit }) => {
      const publication = createPublication(strapi, trx)
      if (isComment)
        Object.assign(context, { params: commentParams(action, context.params, publication.now) })
      let result: Awaited<ReturnType<typeof next>> = null
      const call = { action, params: context.params, next: async () => (result = await next()) }
      if (isComment)
        await runCommentCall(publication, call)
      else if (type)
        await runDocumentCall(publication, type, call)
      onCommit(() => notifyPublished(error => strapi.log.error(error)))
      return result
    })
  })
}
