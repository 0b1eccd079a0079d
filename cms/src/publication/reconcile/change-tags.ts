import type { ReferenceTarget } from '../snapshot/references'
import type { DocumentType } from '../subjects'
import type { Touched } from './touched'
import { documentTag, joined, listTag, threadTag } from '../read-model/tags'

/**
 * The tags that a change to a document makes stale: the document, its lists, the lists whose totals or names change with it, and the
 * threads with comments that show it. Whatever else names the document has its tag already.
 * @param change what happened
 * @param change.type of the document
 * @param change.id its documentId
 * @param change.recounted whose `articleCount` changes
 * @param change.dependents what shows the document
 */
export function changeTags({ type, id, recounted, dependents }: {
  type: DocumentType
  id: string
  recounted: readonly ReferenceTarget[]
  dependents: Touched
}): string {
  return joined([
    documentTag(type, id),
    listTag(type),
    ...recounted.map(target => listTag(target.type)),
    ...dependents.documents.map(key => listTag(key.type)),
    ...dependents.comments.map(comment => threadTag(comment.articleId)),
  ])
}
