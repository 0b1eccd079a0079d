import type { DocumentType } from './read/documents'
import { apiBase } from './path'

/** The path segment of each type's list. */
export const plurals: Record<DocumentType, string> = { article: 'articles', person: 'people', organisation: 'organisations', topic: 'topics' }

/** The API's address of a list, or of what lies below it, without a query. */
export const resourceUrl = (cmsUrl: string, ...segments: string[]): string => [`${cmsUrl}${apiBase}`, ...segments].join('/')

/** An address with the query keys that hold something, in the order given. */
export function withQuery(url: string, query: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`])
  return pairs.length === 0 ? url : `${url}?${pairs.join('&')}`
}

/** The query that chooses a language, left out for Swedish because that is what a question without one means. */
export const languageQuery = (language: string): { language: string | undefined } => ({ language: language === 'sv' ? undefined : language })
