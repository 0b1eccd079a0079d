import type { Publication } from '../publication'
import type { DocumentKey } from '../read-model/document-key'
import type { PublicState } from '../read-model/states'
import type { Snapshot } from '../snapshot/schemas'
import { noLanguage } from '../languages'
import { appendToLog } from '../log/append'
import { readProjectedRows } from '../read-model/projected-rows'
import { countedRows, removeDocument } from '../read-model/write-document'
import { targetsOf } from '../snapshot/references'
import { changeTags } from './change-tags'

/**
 * Takes rows of one document out of the public: one log row for each language of an article, one in all for anything else.
 * @param publication what the work runs in
 * @param states the rows that are public until now
 * @returns the rows of others whose answers must be projected
 */
export async function unpublish(publication: Publication, states: readonly PublicState[]): Promise<DocumentKey[]> {
  const dirty: DocumentKey[] = []
  const logged = new Set<string>()
  for (const state of states) {
    const { type, id, slug, language } = state
    const snapshot = await shownBy(publication, state)
    const named = snapshot?.type === 'article' ? targetsOf(snapshot) : []
    await removeDocument(publication, state)
    dirty.push(...countedRows(named, language))
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
      tags: changeTags({ type, id, recounted: named, dependents: [] }),
      snapshot: '{}',
    })
  }
  return dirty
}

async function shownBy({ trx }: Publication, state: PublicState): Promise<Snapshot | null> {
  const [row] = await readProjectedRows(trx, [state])
  return row && row.content.type !== 'withdrawal' ? row.content : null
}
