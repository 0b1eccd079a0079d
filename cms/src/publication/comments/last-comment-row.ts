import type { Knex } from 'knex'
import type { LogRow } from '../log/log-row'
import { noLanguage } from '../languages'
import { parseLogRow } from '../log/stored-row'

/** The last log row about a comment. */
export async function lastCommentRow(trx: Knex, id: string): Promise<LogRow | null> {
  const row: unknown = await trx('publication_log')
    .where({ subject_type: 'comment', document_id: id, language: noLanguage })
    .orderBy('seq', 'desc')
    .first()
  return row === undefined ? null : parseLogRow(row)
}
