import type { Publication } from './publication'
import type { DocumentType, Strapi } from './subjects'
import * as v from 'valibot'
import { readSettings } from '../settings'
import { currentActor } from './actor'
import { exclusively } from './lock'
import { notifyPublished } from './notifier'
import { reconcileDocument } from './reconcile/reconcile-document'
import { documentTypeOf } from './subjects'

type Middleware = Parameters<Strapi['documents']['use']>[0]
type Context = Parameters<Middleware>[0]

const actions: readonly string[] = ['publish', 'unpublish', 'delete', 'create', 'update', 'clone']

/**
 * Puts the publication log and the read model into every transaction in which Strapi publishes: whatever way it is asked (admin, bulk,
 * REST with a token, document service, a scheduled task). A throw, here or in Strapi, leaves nothing of either.
 *
 * The transaction must be the first thing that happens: the Content Manager publishes many documents at once, and an `await` before
 * it would let some of them start transactions of their own when one is refused.
 */
export function publishInTransaction(strapi: Strapi): void {
  const { siteUrl, cmsUrl } = readSettings()
  strapi.documents.use(async (context, next) => {
    const type = changesPublicDocument(context)
    if (!type)
      return next()
    return strapi.db.transaction(async ({ trx, onCommit }) => {
      const publication: Publication = { strapi, trx, addresses: { siteUrl, cmsUrl }, actor: currentActor(strapi), now: new Date().toISOString() }
      const result = await next()
      await exclusively(trx, () => reconcileDocument(publication, type, documentIdOf(context, result), actedLanguages(context, result)))
      onCommit(() => notifyPublished(error => strapi.log.error(error)))
      return result
    })
  })
}

/** The type of the document whose public side the call may change; null for reading and for saving drafts. */
function changesPublicDocument({ uid, action, params }: Context): DocumentType | null {
  const type = documentTypeOf(uid)
  if (!type || !actions.includes(action))
    return null
  const isDraft = (action === 'create' || action === 'update') && v.safeParse(v.object({ status: v.literal('published') }), params).success === false
  return isDraft || action === 'clone' ? null : type
}

const identitySchema = v.object({ documentId: v.string() })

function documentIdOf({ params }: Context, result: unknown): string {
  const asked = v.safeParse(identitySchema, params)
  return asked.success ? asked.output.documentId : v.parse(identitySchema, result).documentId
}

const rowSchema = v.object({ locale: v.string() })
const rowsSchema = v.object({ entries: v.array(rowSchema) })

/** The languages that Strapi says it acted on; null when it does not say. */
function actedLanguages(_context: Context, result: unknown): string[] | null {
  const many = v.safeParse(rowsSchema, result)
  if (many.success)
    return many.output.entries.map(entry => entry.locale)
  const one = v.safeParse(rowSchema, result)
  return one.success ? [one.output.locale] : null
}
