import type { DocumentType } from './documents'

/**
 * The name of a list in the read model: a type, in one language or in all, with at most one filter.
 * @param type of the documents
 * @param language a tag, or null for all
 * @param filter such as `kind=essay` or `person=<document id>`
 */
export const listKey = (type: DocumentType, language: string | null, filter?: string): string =>
  [type, language ?? '*', ...(filter ? [filter] : [])].join('|')
