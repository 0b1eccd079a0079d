import type { Knex } from 'knex'
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { readLines } from './page-lines'

const table = 'import_source'

/** Makes the table that remembers which saved pages have come in; beside Strapi's model graph, and idempotent. */
export async function ensureImportTables(knex: Knex): Promise<void> {
  if (await knex.schema.hasTable(table))
    return
  await knex.schema.createTable(table, (columns) => {
    // SHA-256 of the page's lines, in hex
    columns.string('digest', 64).primary()
    columns.string('document_id', 40).notNullable()
    columns.string('imported_at', 30).notNullable()
  })
}

/** What makes two files the same page: their lines, indentation and blank lines; not encoding, line breaks or spaces at the ends. */
export function pageDigest(text: string): string {
  const lines = readLines(text).map(({ indent, text, afterBlank }) => `${afterBlank ? '\n' : ''}${indent} ${text}`)
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

const rowSchema = v.object({ document_id: v.string() })

/** The documentId of the article that a page became, or null; the article may have been deleted since. */
export async function findImported(trx: Knex, digest: string): Promise<string | null> {
  const row: unknown = await trx(table).select('document_id').where({ digest }).first()
  return row === undefined ? null : v.parse(rowSchema, row).document_id
}

/** Remembers what a page became, in place of what it became before. */
export async function rememberImported(trx: Knex, digest: string, documentId: string): Promise<void> {
  await trx(table).insert({ digest, document_id: documentId, imported_at: new Date().toISOString() }).onConflict('digest').merge()
}
