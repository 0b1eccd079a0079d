import type { Publication } from '../publication'
import type { DocumentKey } from '../read-model/document-key'
import type { PublicState } from '../read-model/states'
import type { StatedChange } from '../rules/next-version'
import type { ReferenceTarget } from '../snapshot/references'
import type { Snapshot } from '../snapshot/schemas'
import type { Touched } from './touched'
import { noLanguage, siteLanguages } from '../languages'
import { appendToLog } from '../log/append'
import { canonicalJson } from '../log/canonical-json'
import { lastChangeNote, lastPublication } from '../log/last-publication'
import { parseStored } from '../read-model/public-snapshots'
import { writeRedirects } from '../read-model/redirects'
import { namedIn } from '../read-model/references'
import { countedRows, writeDocument } from '../read-model/write-document'
import { nextVersion } from '../rules/next-version'
import { contentDigest } from '../snapshot/content-digest'
import { targetsOf } from '../snapshot/references'
import { changeTags } from './change-tags'
import { isShownAlike } from './is-shown-alike'
import { dependentsOf, nothing } from './touched'

/** The language of a document's log rows: an article's own, and none for what is the same document in every language. */
export const loggedLanguage = (snapshot: Snapshot): string => snapshot.type === 'article' ? snapshot.language : noLanguage

/** The languages of a document's rows in the read model. */
export const rowLanguages = (snapshot: Snapshot): readonly string[] => snapshot.type === 'article' ? [snapshot.language] : siteLanguages

/**
 * Makes a snapshot public: one log row, the read model's rows in their state, and the redirects. Nothing at all where the same content
 * is public already.
 * @param publication what the work runs in
 * @param snapshot what is to be public
 * @param change what the editor says about it
 * @param states the document's rows until now
 * @returns whose answers must be projected
 */
export async function publishSnapshot(publication: Publication, snapshot: Snapshot, change: StatedChange, states: readonly PublicState[]): Promise<Touched> {
  const { trx, now, actor } = publication
  const { type, id, slug } = snapshot
  const language = loggedLanguage(snapshot)
  const languages = rowLanguages(snapshot)
  const isPublic = states.some(state => state.state === 'published' && languages.includes(state.language))
  const last = await lastPublication(trx, type, id, language)
  const lastSnapshot = last && last.snapshot !== null ? parseStored(last.snapshot) : null
  const hasSameContent = lastSnapshot !== null && contentDigest(lastSnapshot) === contentDigest(snapshot)
  if (isPublic && hasSameContent)
    return nothing

  const shownBefore = isPublic ? lastSnapshot : null
  const namedBefore = shownBefore ? targetsOf(shownBefore) : []
  const named = targetsOf(snapshot)
  const next = nextVersion(change, last && {
    version: last.version ?? 0,
    firstPublishedAt: last.firstPublishedAt,
    publicUpdatedAt: last.publicUpdatedAt ?? last.at,
    hasSameContent,
    lastNote: await lastChangeNote(trx, type, id, language),
  }, now)
  const dependents = shownBefore && isShownAlike(shownBefore, snapshot) ? nothing : await dependentsOf(trx, snapshot)
  const recounted = snapshot.type === 'article' ? difference(namedBefore, named) : []
  const seq = await appendToLog(trx, {
    subjectType: type,
    documentId: id,
    language,
    slug,
    action: 'published',
    version: type === 'article' ? next.version : null,
    changeKind: next.changeKind,
    changeNote: next.changeNote,
    at: now,
    actor,
    firstPublishedAt: next.firstPublishedAt,
    publicUpdatedAt: next.publicUpdatedAt,
    tags: changeTags({ type, id, named: type === 'article' ? [...await namedIn(trx, { type, id }), ...named] : [], recounted, dependents }),
    snapshot: canonicalJson(snapshot),
  })
  for (const rowLanguage of languages) {
    const { firstPublishedAt, publicUpdatedAt } = next
    const version = type === 'article' ? next.version : null
    const state: PublicState = { type, id, language: rowLanguage, slug, state: 'published', version, firstPublishedAt, publicUpdatedAt, logSeq: seq }
    await writeDocument(publication, state, snapshot)
    await writeRedirects(trx, state, last?.slug ?? null)
  }
  const own = [...states.map(state => state.language), ...languages].map((rowLanguage): DocumentKey => ({ type, id, language: rowLanguage }))
  return {
    documents: [...own, ...dependents.documents, ...languages.flatMap(rowLanguage => countedRows(recounted, rowLanguage))],
    comments: dependents.comments,
  }
}

/** What is in one of the lists and not in the other. */
export function difference(a: readonly ReferenceTarget[], b: readonly ReferenceTarget[]): ReferenceTarget[] {
  const isIn = (list: readonly ReferenceTarget[], target: ReferenceTarget): boolean => list.some(other => other.type === target.type && other.id === target.id)
  return [...a.filter(target => !isIn(b, target)), ...b.filter(target => !isIn(a, target))]
}
