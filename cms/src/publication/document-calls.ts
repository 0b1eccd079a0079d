import type { Publication } from './publication'
import type { DocumentType } from './subjects'
import * as v from 'valibot'
import { loadEntries } from './entries/load-entries'
import { exclusively } from './lock'
import { actedLanguages, actsOn } from './reconcile/acted-languages'
import { reconcileDocument } from './reconcile/reconcile-document'
import { refuseFaulty } from './refusals/refuse-faulty'
import { refuseNeeded } from './refusals/refuse-needed'

/** A call of the document service: what is asked for, and the rest of the way to Strapi's own work. */
export interface DocumentCall {
  action: string
  params: unknown
  next: () => Promise<unknown>
}

const published = v.object({ status: v.literal('published') })
const identity = v.object({ documentId: v.string() })
const asked = v.object({ documentId: v.string(), locale: v.optional(v.unknown()) })

/** Whether a call may change what is public of a drafted and published type; reading and saving drafts does not. */
export function changesPublicDocument(action: string, params: unknown): boolean {
  if (action === 'create' || action === 'update')
    return v.is(published, params)
  return action === 'publish' || action === 'unpublish' || action === 'delete'
}

/**
 * Runs Strapi's work on a document between what refuses it and what makes it public.
 * @throws ValidationError in Swedish, before Strapi's work where the drafts are there already, and after it where the call brings them
 */
export async function runDocumentCall(publication: Publication, type: DocumentType, call: DocumentCall): Promise<unknown> {
  const { trx } = publication
  if (call.action === 'publish')
    await exclusively(trx, () => refuseFaultyDrafts(publication, type, call.params))
  if (call.action === 'unpublish' || call.action === 'delete')
    await exclusively(trx, async () => refuseNeeded(publication, type, v.parse(identity, call.params).documentId))
  const result = await call.next()
  const id = documentIdOf(call.params, result)
  if (id !== null) {
    await exclusively(trx, async () => {
      if (call.action === 'create' || call.action === 'update')
        await refuseFaultyRows(publication, type, id, actedLanguages(result))
      await reconcileDocument(publication, type, id, actedLanguages(result))
    })
  }
  return result
}

/** The document that was asked for, or that came to be; null when there was none, as when an update finds nothing. */
function documentIdOf(params: unknown, result: unknown): string | null {
  const found = [params, result].map(value => v.safeParse(identity, value)).find(parsed => parsed.success)
  return found?.output.documentId ?? null
}

async function refuseFaultyDrafts(publication: Publication, type: DocumentType, params: unknown): Promise<void> {
  const { documentId, locale } = v.parse(asked, params)
  const drafts = await loadEntries(publication.strapi, type, documentId, 'draft')
  const defaultLocale = type === 'article' ? v.parse(v.string(), await publication.strapi.plugin('i18n').service('locales').getDefaultLocale()) : ''
  await refuseFaulty(publication, drafts.filter(draft => draft.type !== 'article' || actsOn(locale, draft.locale, defaultLocale)))
}

async function refuseFaultyRows(publication: Publication, type: DocumentType, id: string, languages: readonly string[] | null): Promise<void> {
  const drafts = await loadEntries(publication.strapi, type, id, 'draft')
  await refuseFaulty(publication, drafts.filter(draft => draft.type !== 'article' || languages === null || languages.includes(draft.locale)))
}
