import type { Knex } from 'knex'
import type { Tables } from './columns'
import * as v from 'valibot'
import { isPostgres } from '../publication/engine'
import { sessionTable } from './columns'
import { fromBackup } from './values'

const mostBindings = 9000

/** Puts rows into a table that stands empty. */
export async function writeRows(trx: Knex.Transaction, tables: Tables, table: string, rows: readonly unknown[][]): Promise<void> {
  const columns = Object.entries(tables[table] ?? {})
  const atOnce = Math.max(1, Math.min(100, Math.floor(mostBindings / columns.length)))
  const isPg = isPostgres(trx)
  for (let at = 0; at < rows.length; at += atOnce) {
    await trx(table).insert(rows.slice(at, at + atOnce).map(row =>
      Object.fromEntries(columns.map(([name, kind], index) => [name, fromBackup(kind, row[index], isPg)]))))
  }
}

const constraintsSchema = v.array(v.object({ table: v.string(), constraint: v.string() }))

/**
 * Empties every table, lets `fill` write them in any order, and checks what they say of each other at the end.
 * @param trx in which nothing else has been written
 * @param tables which
 * @param fill writes the rows
 */
export async function refill(trx: Knex.Transaction, tables: Tables, fill: () => Promise<void>): Promise<void> {
  const constraints = isPostgres(trx) ? await foreignKeys(trx) : []
  if (isPostgres(trx)) {
    for (const { table, constraint } of constraints)
      await trx.raw(`alter table ${table} alter constraint "${constraint}" deferrable initially deferred`)
  }
  else {
    await trx.raw('pragma defer_foreign_keys = on')
  }
  for (const table of [...Object.keys(tables), sessionTable])
    await trx(table).delete()
  await fill()
  if (!isPostgres(trx))
    return
  await trx.raw('set constraints all immediate')
  for (const { table, constraint } of constraints)
    await trx.raw(`alter table ${table} alter constraint "${constraint}" not deferrable`)
  await setSequences(trx)
}

async function foreignKeys(trx: Knex.Transaction): Promise<v.InferOutput<typeof constraintsSchema>> {
  const { rows }: { rows: unknown } = await trx.raw(`
    select conrelid::regclass::text as "table", conname as "constraint"
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`)
  return v.parse(constraintsSchema, rows)
}

const sequencesSchema = v.array(v.object({ table: v.string(), column: v.string(), sequence: v.string() }))

/** The next number of each table: above every row, and never one that was given before. */
async function setSequences(trx: Knex.Transaction): Promise<void> {
  const { rows }: { rows: unknown } = await trx.raw(`
    select c.table_name as "table", c.column_name as "column", pg_get_serial_sequence(quote_ident(c.table_name), c.column_name) as "sequence"
    from information_schema.columns c
    where c.table_schema = current_schema() and pg_get_serial_sequence(quote_ident(c.table_name), c.column_name) is not null`)
  for (const { table, column, sequence } of v.parse(sequencesSchema, rows))
    await trx.raw(`select setval('${sequence}', greatest((select coalesce(max("${column}"), 0) from "${table}"), (select last_value from ${sequence}), 1))`)
}
