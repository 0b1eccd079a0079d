import type { Publication } from './publication'
import type { DocumentType } from './subjects'
import * as v from 'valibot'
import { loadEntries } from './entries/load-entries'
import { exclusively } from './lock'
import { readStates } from './read-model/states'
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
 * Runs Strapi's work on a document between what refuses it and what makes it public. All of it is one piece of publication work: the lock
 * is taken before Strapi locks rows that another publication may wait for.
 * @throws ValidationError in Swedish, before Strapi's work where the drafts are there already, and after it where the call brings them
 */
export async function runDocumentCall(asked: Publication, type: DocumentType, call: DocumentCall): Promise<unknown> {
  return exclusively(asked.trx, async () => {
    // what waited for another publication happens now: times in the log never go back
    const publication = { ...asked, now: new Date().toISOString() }
    await refuseBefore(publication, type, call)
    const result = await call.next()
    const id = documentIdOf(call.params, result)
    if (id !== null) {
      if (call.action === 'create' || call.action === 'update')
        await refuseFaultyRows(publication, type, id, actedLanguages(result))
      await reconcileDocument(publication, type, id, actedLanguages(result))
      await tellSlugs(publication, type, id, result)
    }
    return result
  })
}

async function refuseBefore(publication: Publication, type: DocumentType, { action, params }: DocumentCall): Promise<void> {
  if (action === 'publish')
    await refuseFaultyDrafts(publication, type, params)
  if (action === 'unpublish' || action === 'delete')
    await refuseNeeded(publication, type, v.parse(identity, params).documentId)
}

const unaddressed = v.object({ slug: v.null(), locale: v.nullish(v.string(), null) })

/** Tells the caller the slugs that were made while publishing: Strapi's answer was read before. */
async function tellSlugs({ trx }: Publication, type: DocumentType, id: string, result: unknown): Promise<void> {
  const many = v.safeParse(v.object({ entries: v.array(v.unknown()) }), result)
  const rows = (many.success ? many.output.entries : [result]).filter(row => v.is(unaddressed, row))
  if (rows.length === 0)
    return
  const states = await readStates(trx, type, id)
  for (const row of rows)
    Object.assign(row, { slug: states.find(state => row.locale == null || state.language === row.locale)?.slug ?? null })
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
