import type { DocumentType } from './documents'

/**
 * The name of a list in the read model: a type, in one language or in all, with the filters that documents stand in together.
 * @param type of the documents
 * @param language a tag, or null for all
 * @param filters `kind=essay`, then `person=<document id>` or `organisation=<document id>`, then `topic=<document id>`
 */
export const listKey = (type: DocumentType, language: string | null, ...filters: readonly string[]): string => [type, language ?? '*', ...filters].join('|')
