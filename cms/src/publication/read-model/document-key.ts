import type { DocumentType } from '../subjects'

/** One row of the read model: a document in one language. */
export interface DocumentKey {
  type: DocumentType
  id: string
  language: string
}

/** How many keys or ids one statement is given; SQLite allows far more places, an even load of memory does not. */
export const batchSize = 200

export function batches<T>(items: readonly T[], size = batchSize): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
}

/** The keys without repetitions. */
export function distinctKeys(keys: readonly DocumentKey[]): DocumentKey[] {
  return [...new Map(keys.map(key => [`${key.type} ${key.id} ${key.language}`, key])).values()]
}

export const columnsOf = ({ type, id, language }: DocumentKey) => ({ subject_type: type, document_id: id, language })
