import type { Knex } from 'knex'
import type { SubjectType } from '../subjects'

/**
 * Empties what the log keeps of a subject's content, where the law demands that it be removed. Digests and chain stay, so the log
 * still verifies. What is public must be taken out first, or by the same transaction.
 * @param trx which it runs in
 * @param type of the subject
 * @param id its documentId
 * @param language empties only what was public in it
 * @returns whether there was anything to empty
 */
export async function redactSnapshots(trx: Knex, type: SubjectType, id: string, language?: string): Promise<boolean> {
  const emptied = await trx('publication_log')
    .where({ subject_type: type, document_id: id, ...language === undefined ? {} : { language } })
    .whereNot('snapshot', '{}')
    .whereNotNull('snapshot')
    .update({ snapshot: null })
  return emptied > 0
}
