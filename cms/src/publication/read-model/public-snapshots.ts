import type { Knex } from 'knex'
import type { References, ReferenceTarget } from '../snapshot/references'
import type { Snapshot } from '../snapshot/schemas'
import * as v from 'valibot'
import { createReferences } from '../snapshot/references'
import { parseSnapshot } from '../snapshot/schemas'
import { batches } from './document-key'
import { withKnownSizes } from './known-sizes'

const rowsSchema = v.array(v.object({ snapshot: v.nullable(v.string()) }))

/**
 * What is public now of some people, organisations and topics, in one language; what is not public is missing.
 * @throws Error when the log row that a public document stands on was redacted: it must be unpublished first
 */
export async function readPublicSnapshots(trx: Knex, targets: readonly ReferenceTarget[], language: string): Promise<Snapshot[]> {
  const found: Snapshot[] = []
  for (const batch of batches(targets)) {
    const rows: unknown = await trx('public_document as d')
      .join('publication_log as l', 'l.seq', 'd.log_seq')
      .select('l.snapshot')
      .where({ 'd.state': 'published', 'd.language': language })
      .whereIn(['d.subject_type', 'd.document_id'], batch.map(({ type, id }) => [type, id]))
    found.push(...v.parse(rowsSchema, rows).map(row => parseStored(row.snapshot)))
  }
  return withKnownSizes(trx, found)
}

/** References to everything that the targets are, and to the organisations of the people among them. */
export async function readReferences(trx: Knex, targets: readonly ReferenceTarget[], language: string): Promise<References> {
  const direct = await readPublicSnapshots(trx, targets, language)
  const known = new Set(direct.map(snapshot => snapshot.id))
  const employers = new Set(direct.flatMap(snapshot => snapshot.type === 'person' && snapshot.organisation ? [snapshot.organisation.id] : []))
  const further = [...employers].filter(id => !known.has(id)).map((id): ReferenceTarget => ({ type: 'organisation', id }))
  return createReferences([...direct, ...await readPublicSnapshots(trx, further, language)], language)
}

/** @throws Error when the snapshot was redacted */
export function parseStored(snapshot: string | null): Snapshot {
  if (snapshot === null)
    throw new Error('The log row of a public document is redacted; unpublish the document first.')
  return parseSnapshot(snapshot)
}
