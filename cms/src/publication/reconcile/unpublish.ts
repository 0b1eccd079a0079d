import type { Publication } from '../publication'
import type { DocumentKey } from '../read-model/document-key'
import type { PublicState } from '../read-model/states'
import type { Snapshot } from '../snapshot/schemas'
import type { Touched } from './touched'
import { noLanguage } from '../languages'
import { appendToLog } from '../log/append'
import { readProjectedRows } from '../read-model/projected-rows'
import { namedIn } from '../read-model/references'
import { countedRows, removeDocument } from '../read-model/write-document'
import { targetsOf } from '../snapshot/references'
import { changeTags } from './change-tags'
import { dependentsOf } from './touched'

/**
 * Takes rows of one document out of the public: one log row for each language of an article, one in all for anything else.
 * @param publication what the work runs in
 * @param states the rows that are public until now
 * @returns whose answers must be projected
 */
export async function unpublish(publication: Publication, states: readonly PublicState[]): Promise<Touched> {
  const documents: DocumentKey[] = []
  const comments: Touched['comments'][number][] = []
  const logged = new Set<string>()
  for (const state of states) {
    const { type, id, slug, language } = state
    const snapshot = await shownBy(publication, state)
    const named = snapshot.type === 'article' ? targetsOf(snapshot) : []
    const dependents = await dependentsOf(publication.trx, snapshot)
    const tags = changeTags({ type, id, named: type === 'article' ? await namedIn(publication.trx, state) : [], recounted: named, dependents })
    await removeDocument(publication, state)
    documents.push(state, ...countedRows(named, language), ...dependents.documents)
    comments.push(...dependents.comments)
    const loggedLanguage = type === 'article' ? language : noLanguage
    if (logged.has(loggedLanguage))
      continue
    logged.add(loggedLanguage)
    await appendToLog(publication.trx, {
      subjectType: type,
      documentId: id,
      language: loggedLanguage,
      slug,
      action: 'unpublished',
      version: null,
      changeKind: null,
      changeNote: null,
      at: publication.now,
      actor: publication.actor,
      firstPublishedAt: null,
      publicUpdatedAt: null,
      tags,
      snapshot: '{}',
    })
  }
  return { documents, comments }
}

/** What a public row shows. */
export async function shownBy({ trx }: Publication, state: PublicState): Promise<Snapshot> {
  const [row] = await readProjectedRows(trx, [state])
  if (!row || row.content.type === 'withdrawal')
    throw new Error(`The ${state.type} ${state.id} (${state.language}) is not public.`)
  return row.content
}
