import type { ChangeKind } from '@klartext/contract'
import type { Entry } from '../entries/entry-schemas'
import type { Publication } from '../publication'
import type { DocumentKey } from '../read-model/document-key'
import type { PublicState } from '../read-model/states'
import type { StatedChange } from '../rules/next-version'
import type { DocumentType } from '../subjects'
import type { Touched } from './touched'
import { followClosing } from '../closing/follow-closing'
import { followArticle } from '../comments/follow-article'
import { projectComments } from '../comments/project-comments'
import { entryTargets } from '../entries/entry-targets'
import { loadEntries } from '../entries/load-entries'
import { project } from '../read-model/project'
import { readReferences } from '../read-model/public-snapshots'
import { readStates } from '../read-model/states'
import { entryLanguage, entrySnapshot } from '../snapshot/entry-snapshot'
import { ensureSlug } from './ensure-slug'
import { publishSnapshot } from './publish-snapshot'
import { together } from './touched'
import { unpublish } from './unpublish'

/**
 * Brings what is public of one document in line with the rows that Strapi holds as published: whatever was done to it, by whichever
 * way, in one language or all. A language whose public content is the same already is left alone; a withdrawn one stays withdrawn
 * until it is published again. Strapi copies members that have no language (an article's kind, whether it takes comments) to its other
 * published languages, which makes new versions of them too.
 *
 * @param publication what the work runs in, under the publication lock
 * @param type of the document
 * @param id its documentId
 * @param acted the languages whose own drafts were published; the others carry no note of their own. Null for all.
 */
export async function reconcileDocument(publication: Publication, type: DocumentType, id: string, acted: readonly string[] | null): Promise<void> {
  const { strapi, trx } = publication
  const entries = await loadEntries(strapi, type, id, 'published')
  const states = await readStates(trx, type, id)
  const source = entries.find(entry => isActed(entry, acted))
  const touched: Touched[] = []
  for (const entry of entries)
    touched.push(await publishEntry(publication, entry, states, isActed(entry, acted) ? statedChange(entry) : copiedChange(source)))
  touched.push(await unpublish(publication, leftOver(entries, states)))
  if (type === 'article')
    touched.push({ documents: [], comments: await followArticle(publication, id, states) }, await followClosing(publication, id, together(touched).documents.length > 0))
  await projectTouched(publication, together(touched), states)
}

/** Projects what a change touched, and the other languages of the document, which name this one as a translation. */
export async function projectTouched({ strapi, trx, addresses }: Publication, { documents, comments }: Touched, siblings: readonly DocumentKey[]): Promise<void> {
  if (documents.length > 0 || comments.length > 0) {
    await project(trx, [...documents, ...siblings], addresses)
    await projectComments({ strapi, trx, addresses }, comments.map(comment => comment.id))
  }
}

async function publishEntry(publication: Publication, entry: Entry, states: readonly PublicState[], change: StatedChange): Promise<Touched> {
  const slug = await ensureSlug(publication, entry)
  const references = await readReferences(publication.trx, entryTargets(entry), entryLanguage(entry))
  return publishSnapshot(publication, entrySnapshot(entry, slug, references), change, states)
}

/** Rows that are public and have no published row behind them any more. */
function leftOver(entries: readonly Entry[], states: readonly PublicState[]): PublicState[] {
  const isPublished = (state: PublicState): boolean => entries.some(entry => entry.type !== 'article' || entry.locale === state.language)
  return states.filter(state => state.state === 'published' && !isPublished(state))
}

const isActed = (entry: Entry, acted: readonly string[] | null): boolean => entry.type !== 'article' || acted === null || acted.includes(entry.locale)

const noChange: StatedChange = { changeKind: null, changeNote: null, statedPublishedAt: null, statedUpdatedAt: null }

function statedChange(entry: Entry): StatedChange {
  if (entry.type !== 'article')
    return noChange
  const { changeKind, changeNote, statedPublishedAt, statedUpdatedAt } = entry
  return { changeKind, changeNote, statedPublishedAt, statedUpdatedAt }
}

/** A change that came over from another language: it is of the same kind, but the note is in the other language's words. */
function copiedChange(source: Entry | undefined): StatedChange {
  const changeKind: ChangeKind | null = source?.type === 'article' ? source.changeKind : null
  return { ...noChange, changeKind }
}
