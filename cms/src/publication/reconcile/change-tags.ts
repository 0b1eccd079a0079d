import type { ReferenceTarget } from '../snapshot/references'
import type { DocumentType } from '../subjects'
import type { Touched } from './touched'
import { articleListTags, documentTag, joined, listTag, narrowedListsTag, threadTag } from '../read-model/tags'

/**
 * The tags that a change to a document makes stale: the document, its lists, the lists whose totals or names change with it, and the
 * threads with comments that show it. Whatever else names the document has its tag already.
 * @param change what happened
 * @param change.type of the document
 * @param change.id its documentId
 * @param change.named whom and what an article names in any language, before the change or after it; nothing for other documents
 * @param change.recounted whose `articleCount` changes
 * @param change.dependents what shows the document
 */
export function changeTags({ type, id, named, recounted, dependents }: {
  type: DocumentType
  id: string
  named: readonly ReferenceTarget[]
  recounted: readonly ReferenceTarget[]
  dependents: Touched
}): string {
  return joined([
    documentTag(type, id),
    ...type === 'article' ? articleListTags(named) : [listTag(type)],
    ...recounted.map(target => listTag(target.type)),
    ...dependents.documents.flatMap(key => key.type === 'article' ? [listTag('article'), narrowedListsTag] : [listTag(key.type)]),
    ...dependents.comments.map(comment => threadTag(comment.articleId)),
  ])
}
