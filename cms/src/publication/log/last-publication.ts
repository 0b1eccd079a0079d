import type { Knex } from 'knex'
import type { DocumentType } from '../subjects'
import type { LogRow } from './log-row'
import * as v from 'valibot'
import { parseLogRow } from './stored-row'

/** The last row that published a document in a language (`''` for what has none), whatever happened to it since. */
export async function lastPublication(trx: Knex, type: DocumentType, id: string, language: string): Promise<LogRow | null> {
  const row: unknown = await trx('publication_log')
    .where({ subject_type: type, document_id: id, language, action: 'published' })
    .orderBy('seq', 'desc')
    .first()
  return row === undefined ? null : parseLogRow(row)
}

/** The last change note that was logged for a document in a language, of whatever version; null when there was none. */
export async function lastChangeNote(trx: Knex, type: DocumentType, id: string, language: string): Promise<string | null> {
  const row: unknown = await trx('publication_log')
    .select('change_note')
    .where({ subject_type: type, document_id: id, language, action: 'published' })
    .whereNotNull('change_note')
    .orderBy('seq', 'desc')
    .first()
  return row === undefined ? null : v.parse(v.object({ change_note: v.string() }), row).change_note
}
