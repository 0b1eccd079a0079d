import type { DocumentKey } from '../read-model/document-key'
import type { ReferenceTarget } from '../snapshot/references'
import type { DocumentType } from '../subjects'
import { documentTag, joined, listTag, threadTag } from '../read-model/tags'

/**
 * The tags that a change to a document makes stale: the document, its lists, the lists whose totals or names change with it, and
 * the thread of an article whose authors changed (their comments are marked). What names the document has its tag already.
 * @param change what happened
 * @param change.type of the document
 * @param change.id its documentId
 * @param change.recounted whose `articleCount` changes
 * @param change.dependents which documents show the changed name
 * @param change.hasNewAuthors whether an article's authors changed
 */
export function changeTags({ type, id, recounted, dependents, hasNewAuthors = false }: {
  type: DocumentType
  id: string
  recounted: readonly ReferenceTarget[]
  dependents: readonly DocumentKey[]
  hasNewAuthors?: boolean
}): string {
  return joined([
    documentTag(type, id),
    listTag(type),
    ...recounted.map(target => listTag(target.type)),
    ...dependents.map(key => listTag(key.type)),
    ...hasNewAuthors ? [threadTag(id)] : [],
  ])
}
