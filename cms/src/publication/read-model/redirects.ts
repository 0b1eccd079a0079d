import type { Knex } from 'knex'
import type { DocumentType } from '../subjects'
import type { DocumentKey } from './document-key'
import * as v from 'valibot'
import { noLanguage, siteLanguages } from '../languages'

/*
 * An old address leads to the document that had it last, if that document has another one now. The rule follows from the log alone:
 * of the rows that published something under a slug, the last one names its owner.
 */

/** The language that the log keeps a type's rows under, for a language of the site. */
const loggedLanguage = (type: DocumentType, language: string): string => type === 'article' ? language : noLanguage

/**
 * Keeps the redirects after a document was published: its address leads to itself alone, and its former one leads to it.
 * @param trx after the new row was logged
 * @param document what was published
 * @param formerSlug of its last publication before; null when there was none
 */
export async function writeRedirects(trx: Knex, document: DocumentKey & { slug: string }, formerSlug: string | null): Promise<void> {
  const { type, id, language, slug } = document
  await trx('slug_redirect').where({ subject_type: type, language, slug }).delete()
  if (formerSlug === null || formerSlug === slug || await lastOwner(trx, type, language, formerSlug) !== id)
    return
  await trx('slug_redirect')
    .insert({ subject_type: type, language, slug: formerSlug, document_id: id })
    .onConflict(['subject_type', 'language', 'slug'])
    .merge(['document_id'])
}

async function lastOwner(trx: Knex, type: DocumentType, language: string, slug: string): Promise<string | null> {
  const row: unknown = await trx('publication_log')
    .select('document_id')
    .where({ subject_type: type, language: loggedLanguage(type, language), slug, action: 'published' })
    .orderBy('seq', 'desc')
    .first()
  return row === undefined ? null : v.parse(v.object({ document_id: v.string() }), row).document_id
}

/** Makes every redirect anew from the log. */
export async function rebuildRedirects(trx: Knex): Promise<void> {
  await trx('slug_redirect').delete()
  await fillFromLog(trx, ['article'], trx.raw('l.language'), trx.raw('l.language'))
  for (const language of siteLanguages)
    await fillFromLog(trx, ['person', 'organisation', 'topic'], trx.raw('?', [language]), trx.raw('?', [noLanguage]))
}

async function fillFromLog(trx: Knex, types: DocumentType[], language: Knex.Raw, logged: Knex.Raw): Promise<void> {
  const later = (alias: string) => trx(`publication_log as ${alias}`)
    .select(trx.raw('1'))
    .whereRaw(`${alias}.subject_type = l.subject_type and ${alias}.language = l.language and ${alias}.action = 'published' and ${alias}.seq > l.seq`)
  await trx(trx.raw('slug_redirect (subject_type, language, slug, document_id)')).insert(
    trx('publication_log as l')
      .select('l.subject_type', language, 'l.slug', 'l.document_id')
      .whereIn('l.subject_type', types)
      .where('l.language', logged)
      .where('l.action', 'published')
      // it is the last that was published under this slug …
      .whereNotExists(later('s').whereRaw('s.slug = l.slug'))
      // … and not the last of its document, which has another slug since
      .whereExists(later('d').whereRaw('d.document_id = l.document_id')),
  )
}
