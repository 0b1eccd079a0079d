import type { Knex } from 'knex'
import * as v from 'valibot'
import { isPostgres } from '../publication/engine'

/** What a column holds, whatever the engine calls its type. */
export const columnKinds = ['text', 'integer', 'number', 'boolean', 'instant', 'date', 'time', 'json', 'bytes'] as const

export type ColumnKind = (typeof columnKinds)[number]

/** The columns of each table by their names, in order. */
export type Tables = Readonly<Record<string, Readonly<Record<string, ColumnKind>>>>

/** What belongs to one installation and not to its content: how far its schema is, who is signed in, who sent how much lately. */
const left: ReadonlySet<string> = new Set(['strapi_migrations', 'strapi_migrations_internal', 'strapi_database_schema', 'strapi_sessions', 'comment_rate'])

/** Everybody's sessions; after a restore everybody signs in again. */
export const sessionTable = 'strapi_sessions'

const kinds: [RegExp, ColumnKind][] = [
  [/^(?:integer|bigint|smallint)$/, 'integer'],
  [/^(?:float|real|double|double precision|numeric|decimal)\b/, 'number'],
  [/^boolean$/, 'boolean'],
  [/^(?:varchar|char|character|character varying|text)\b/, 'text'],
  [/^(?:datetime|timestamp)\b/, 'instant'],
  [/^date$/, 'date'],
  [/^time\b/, 'time'],
  [/^jsonb?$/, 'json'],
  [/^(?:blob|bytea)$/, 'bytes'],
]

function kindOf(table: string, column: string, type: string): ColumnKind {
  const kind = kinds.find(([pattern]) => pattern.test(type.toLowerCase()))?.[1]
  if (!kind)
    throw new Error(`A backup does not know the type "${type}" of ${table}.${column}.`)
  return kind
}

const rowsSchema = v.array(v.object({ table: v.string(), column: v.string(), type: v.string() }))

/** Every table that a backup holds, with the kinds of its columns; the same on both engines. */
export async function readTables(knex: Knex): Promise<Tables> {
  const found = v.parse(rowsSchema, isPostgres(knex) ? await postgresColumns(knex) : await sqliteColumns(knex))
  const tables: Record<string, Record<string, ColumnKind>> = {}
  for (const { table, column, type } of found.filter(row => !left.has(row.table)).sort(byName))
    (tables[table] ??= {})[column] = kindOf(table, column, type)
  return tables
}

const byName = (a: { table: string, column: string }, b: { table: string, column: string }): number => {
  const [left, right] = [`${a.table} ${a.column}`, `${b.table} ${b.column}`]
  return left < right ? -1 : Number(left > right)
}

async function postgresColumns(knex: Knex): Promise<unknown> {
  const { rows }: { rows: unknown } = await knex.raw(`
    select c.table_name as "table", c.column_name as "column", c.data_type as "type"
    from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'`)
  return rows
}

/** Tables of an index (FTS5) follow from the others, and stand in no backup. */
async function sqliteColumns(knex: Knex): Promise<unknown> {
  return knex.raw(`
    select t.name as "table", c.name as "column", c.type as "type"
    from pragma_table_list t join pragma_table_info(t.name) c
    where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\'`)
}
