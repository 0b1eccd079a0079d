import type { Knex } from 'knex'
import type { ReferenceTarget } from '../snapshot/references'
import type { DocumentKey } from './document-key'
import * as v from 'valibot'
import { columnsOf } from './document-key'

/** Keeps whom and what a public document names, so that they can find it. */
export async function writeReferences(trx: Knex, key: DocumentKey, targets: readonly ReferenceTarget[]): Promise<void> {
  await removeReferences(trx, key)
  if (targets.length > 0)
    await trx('public_reference').insert(targets.map(({ type, id }) => ({ ...columnsOf(key), target_type: type, target_id: id })))
}

export async function removeReferences(trx: Knex, key: DocumentKey): Promise<void> {
  await trx('public_reference').where(columnsOf(key)).delete()
}

const targetsSchema = v.array(v.object({ target_type: v.picklist(['person', 'organisation', 'topic']), target_id: v.string() }))

/** Whom and what a public document names in any language; each once. */
export async function namedIn(trx: Knex, { type, id }: Pick<DocumentKey, 'type' | 'id'>): Promise<ReferenceTarget[]> {
  const rows: unknown = await trx('public_reference')
    .distinct('target_type', 'target_id')
    .where({ subject_type: type, document_id: id })
    .orderBy(['target_type', 'target_id'])
  return v.parse(targetsSchema, rows).map(row => ({ type: row.target_type, id: row.target_id }))
}

const namingSchema = v.array(v.object({
  subject_type: v.picklist(['article', 'person', 'organisation', 'topic']),
  document_id: v.string(),
  language: v.string(),
}))

/** The public documents that name a target themselves. */
export async function namedBy(trx: Knex, target: ReferenceTarget): Promise<DocumentKey[]> {
  const rows: unknown = await trx('public_reference')
    .select('subject_type', 'document_id', 'language')
    .where({ target_type: target.type, target_id: target.id })
    .whereNot('subject_type', 'comment')
    .orderBy(['subject_type', 'document_id', 'language'])
  return v.parse(namingSchema, rows).map(row => ({ type: row.subject_type, id: row.document_id, language: row.language }))
}

/**
 * Every public document whose answer shows the target's name: those that name it, and where an organisation is named by a person,
 * those that name the person, because a byline says where somebody works.
 */
export async function showing(trx: Knex, target: ReferenceTarget): Promise<DocumentKey[]> {
  const direct = await namedBy(trx, target)
  if (target.type !== 'organisation')
    return direct
  const people = new Set(direct.filter(key => key.type === 'person').map(key => key.id))
  const further: DocumentKey[] = []
  for (const id of people)
    further.push(...await namedBy(trx, { type: 'person', id }))
  return [...direct, ...further]
}
