import type { Knex } from 'knex'
import type { LogRow } from './log-row'
import * as v from 'valibot'
import { sha256 } from './canonical-json'
import { chainOf, chainStart } from './chain'
import { parseLogRow, storedNumber } from './stored-row'

export interface LogVerification {
  /** How many rows were read. */
  rows: number
  ok: boolean
  /** The first row that does not follow from those before it. */
  firstBroken?: { seq: number, why: string }
}

const batchSize = 500

/**
 * Reads the whole log and checks that every row is as it was written and stands where it was written: a changed snapshot, a changed
 * column, a row taken out of the middle, two rows in each other's place. A redacted snapshot (emptied, its digest kept) is whole.
 * Rows taken off the end leave a whole chain; they are found as far as something public still stands on them.
 */
export async function verifyLog(knex: Knex): Promise<LogVerification> {
  let rows = 0
  let chain = chainStart
  let after = 0
  for (;;) {
    const batch = (await readAfter(knex, after)).map(parseLogRow)
    for (const row of batch) {
      const why = faultOf(row, chain)
      if (why)
        return { rows: rows + 1, ok: false, firstBroken: { seq: row.seq, why } }
      chain = row.chain
      after = row.seq
      rows += 1
    }
    if (batch.length < batchSize)
      break
  }
  const missing = await firstMissing(knex)
  return missing === null ? { rows, ok: true } : { rows, ok: false, firstBroken: { seq: missing, why: 'The row is gone, but what is public stands on it.' } }
}

async function readAfter(knex: Knex, after: number): Promise<unknown[]> {
  return knex('publication_log').where('seq', '>', after).orderBy('seq').limit(batchSize)
}

function faultOf(row: LogRow, previous: string): string | null {
  if (row.snapshot !== null && sha256(row.snapshot) !== row.digest)
    return 'The snapshot does not have the digest that was written with it: one of them was changed.'
  if (chainOf(previous, row) !== row.chain)
    return 'The row does not follow from the one before it: it was changed or moved, or a row before it was changed, moved or taken out.'
  return null
}

async function firstMissing(knex: Knex): Promise<number | null> {
  const row: unknown = await knex('public_document as d')
    .leftJoin('publication_log as l', 'l.seq', 'd.log_seq')
    .whereNull('l.seq')
    .min('d.log_seq as seq')
    .first()
  return v.parse(v.object({ seq: v.nullable(storedNumber) }), row).seq
}
