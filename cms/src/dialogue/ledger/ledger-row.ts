import type { Knex } from 'knex'
import * as v from 'valibot'
import { storedNumber } from '../../publication/log/stored-row'
import { ledgerEvents } from './append'

const rowSchema = v.pipe(
  v.object({
    seq: storedNumber,
    comment_id: v.string(),
    at: v.string(),
    month: v.string(),
    organisation_id: v.string(),
    event: v.picklist(ledgerEvents),
    rule: v.nullable(v.string()),
    undoes: v.nullable(storedNumber),
    actor: v.string(),
  }),
  v.transform(({ organisation_id: organisationId, comment_id: commentId, ...row }) => ({ ...row, organisationId, commentId })),
)

/** A row of the moderation ledger, as far as what happens next depends on it. */
export type LedgerRow = v.InferOutput<typeof rowSchema>

/** Everything that the ledger says of a comment, oldest first. */
export async function readLedger(trx: Knex, commentId: string): Promise<LedgerRow[]> {
  return (await readLedgers(trx, [commentId])).get(commentId) ?? []
}

/** The same of several comments, by comment; one that the ledger never heard of is missing. */
export async function readLedgers(trx: Knex, commentIds: readonly string[]): Promise<Map<string, LedgerRow[]>> {
  const rows: unknown = await trx('moderation_ledger').whereIn('comment_id', commentIds).orderBy('seq')
  return Map.groupBy(v.parse(v.array(rowSchema), rows), row => row.commentId)
}

/** The rows that no later one takes back or replaces, oldest first. */
export function standing(rows: readonly LedgerRow[]): LedgerRow[] {
  const undone = new Set(rows.map(row => row.undoes))
  return rows.filter(row => !undone.has(row.seq))
}
