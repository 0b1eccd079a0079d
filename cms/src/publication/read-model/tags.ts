import type { ReferenceTarget } from '../snapshot/references'
import type { Snapshot } from '../snapshot/schemas'
import type { DocumentType, SubjectType } from '../subjects'
import { targetsOf } from '../snapshot/references'

const lists: Record<DocumentType, string> = { article: 'articles', person: 'people', organisation: 'organisations', topic: 'topics' }

/** The tag of everything that shows a list of this type, or a total of it. */
export const listTag = (type: DocumentType): string => `list:${lists[type]}`

/** The tag of every list of articles that is narrowed to a person, an organisation or a topic. */
export const narrowedListsTag = `${listTag('article')}:narrowed`

/** The tags of the lists that an article stands in: the one of all articles, and those that are narrowed to what it names. */
export const articleListTags = (named: readonly ReferenceTarget[]): string[] => [listTag('article'), ...named.map(({ type, id }) => `${listTag('article')}:${type}:${id}`)]

export const documentTag = (type: SubjectType, id: string): string => `${type}:${id}`

export const threadTag = (articleId: string): string => `comments:${articleId}`

/** Tags as a header and a column hold them. */
export const joined = (tags: Iterable<string>): string => [...new Set(tags)].join(',')

/**
 * The tags of an answer that shows one document: the document, and everything it shows the name of. People, organisations and topics
 * show how many articles there are, which `list:people` and its like stand for: a new article makes their pages stale, and not each
 * article that names them.
 * @param key of the document
 * @param key.type of it
 * @param key.id its documentId
 * @param snapshot with its references as they are shown; null for a withdrawn document
 */
export function tagsOf({ type, id }: { type: DocumentType, id: string }, snapshot: Snapshot | null): string {
  const named = snapshot ? targetsOf(snapshot).map(target => documentTag(target.type, target.id)) : []
  const employers = snapshot?.type === 'article'
    ? [...snapshot.authors, ...snapshot.subjects].flatMap(person => person.organisation ? [documentTag('organisation', person.organisation.id)] : [])
    : []
  return joined([documentTag(type, id), ...type === 'article' ? [] : [listTag(type)], ...named, ...employers])
}
