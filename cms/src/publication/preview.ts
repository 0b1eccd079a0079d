import type { Article } from '@klartext/contract'
import type { ArticleEntry } from './entries/entry-schemas'
import type { Publication } from './publication'
import type { References, ReferenceTarget } from './snapshot/references'
import type { Snapshot } from './snapshot/schemas'
import type { Strapi } from './subjects'
import { readClosed } from './closing/closing-row'
import { entryTargets } from './entries/entry-targets'
import { loadEntries } from './entries/load-entries'
import { lastChangeNote, lastPublication } from './log/last-publication'
import { presentArticle } from './present/present'
import { createPublication } from './publication'
import { commentListOf } from './read-model/article-facts'
import { readTotals } from './read-model/listings'
import { readPublicSnapshots } from './read-model/public-snapshots'
import { nextVersion } from './rules/next-version'
import { articleSnapshot } from './snapshot/article'
import { entrySnapshot } from './snapshot/entry-snapshot'
import { createReferences, onlyIds } from './snapshot/references'
import { slugOf } from './text/slug'

const untitled: Readonly<Record<string, string>> = { sv: 'Utan rubrik', en: 'Untitled' }

/**
 * A draft as the public API would answer it if it were published now, made by the same serializer. What is not there yet has a stand-in
 * (title, kind, address), and people who are not public are shown as their drafts are. Nothing is written.
 * @param strapi the running CMS
 * @param documentId of the article
 * @param language of the draft
 * @returns null when there is no such draft
 */
export async function previewArticle(strapi: Strapi, documentId: string, language: string): Promise<Article | null> {
  const drafts = await loadEntries(strapi, 'article', documentId, 'draft')
  const draft = drafts.find(entry => entry.type === 'article' && entry.locale === language)
  if (draft?.type !== 'article')
    return null
  return strapi.db.transaction(async ({ trx }) => {
    const publication = createPublication(strapi, trx)
    const title = draft.title ?? untitled[language] ?? documentId
    const complete = { ...draft, title, kind: draft.kind ?? 'essay', slug: draft.slug ?? (slugOf(title) || documentId) }
    const snapshot = articleSnapshot(complete, await previewReferences(publication, draft))
    return presentArticle(snapshot, await previewFacts(publication, draft), publication.addresses)
  })
}

async function previewFacts({ trx, now }: Publication, draft: ArticleEntry) {
  const { documentId: id, locale: language } = draft
  const last = await lastPublication(trx, 'article', id, language)
  const next = nextVersion(draft, last && {
    version: last.version ?? 0,
    firstPublishedAt: last.firstPublishedAt,
    publicUpdatedAt: last.publicUpdatedAt ?? last.at,
    hasSameContent: false,
    lastNote: await lastChangeNote(trx, 'article', id, language),
  }, now)
  const commentCount = (await readTotals(trx, [commentListOf(id)])).get(commentListOf(id)) ?? 0
  const areCommentsClosed = (await readClosed(trx, [id])).has(id)
  return { ...next, commentCount, areCommentsClosed, translations: [] }
}

/** What is public of whom and what the draft names, and drafts of the rest. */
async function previewReferences(publication: Publication, draft: ArticleEntry): Promise<References> {
  const direct = await snapshotsFor(publication, entryTargets(draft), draft.locale)
  const employers = direct.flatMap((snapshot): ReferenceTarget[] => snapshot.type === 'person' && snapshot.organisation ? [{ type: 'organisation', id: snapshot.organisation.id }] : [])
  return createReferences([...direct, ...await snapshotsFor(publication, employers, draft.locale)], draft.locale)
}

async function snapshotsFor({ strapi, trx }: Publication, targets: readonly ReferenceTarget[], language: string): Promise<Snapshot[]> {
  const found = await readPublicSnapshots(trx, targets, language)
  for (const { type, id } of targets.filter(target => !found.some(snapshot => snapshot.id === target.id))) {
    const [entry] = await loadEntries(strapi, type, id, 'draft')
    if (entry && entry.type !== 'article' && entry.name !== null)
      found.push(entrySnapshot(entry, entry.slug ?? (slugOf(entry.name) || id), onlyIds))
  }
  return found
}
