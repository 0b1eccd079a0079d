import type { Knex } from 'knex'
import { createMissing } from '../database-tables'
import { isPostgres } from './engine'

/**
 * The tables outside Strapi's model graph, made idempotently at each start; Strapi's schema sync leaves them alone.
 * Text instants are ISO 8601 in UTC with milliseconds, so that they sort as text the same way on both engines.
 * `language` is '' for what has no language, because NULLs are never equal in a unique index.
 */
export async function ensurePublicationTables(knex: Knex): Promise<void> {
  await createMissing(knex, 'publication_log', (table) => {
    table.bigIncrements('seq')
    table.string('subject_type', 20).notNullable()
    table.string('document_id', 40).notNullable()
    table.string('language', 12).notNullable()
    table.string('slug', 200)
    table.string('action', 24).notNullable()
    table.integer('version')
    table.string('change_kind', 20)
    table.text('change_note')
    table.string('at', 30).notNullable()
    table.string('actor', 80).notNullable()
    // the dates that a reader is told since this row: the read model is rebuilt from them
    table.string('first_published_at', 30)
    table.string('public_updated_at', 30)
    // cache tags that the change makes stale, joined by commas
    table.text('tags').notNullable()
    // emptied by redaction; `digest` stays, so the chain still verifies
    table.text('snapshot')
    table.string('digest', 64).notNullable()
    table.string('chain', 64).notNullable()
    table.index(['subject_type', 'document_id', 'language', 'seq'], 'publication_log_subject_idx')
    table.index(['subject_type', 'language', 'slug', 'seq'], 'publication_log_slug_idx')
  })
  await createMissing(knex, 'public_document', (table) => {
    table.string('subject_type', 20).notNullable()
    table.string('document_id', 40).notNullable()
    table.string('language', 12).notNullable()
    table.string('slug', 200).notNullable()
    // 'published' or 'withdrawn'; an unpublished document has no row
    table.string('state', 12).notNullable()
    table.integer('version')
    table.string('first_published_at', 30)
    table.string('public_updated_at', 30).notNullable()
    // the row of publication_log that holds what is public now
    table.bigInteger('log_seq').notNullable()
    // what the public API answers for the document, and for a list item (articles only), as UTF-8 bytes
    table.binary('json').notNullable()
    table.binary('summary')
    // as the header holds it, quotes included
    table.string('etag', 64).notNullable()
    // cache tags of an answer that shows the document, joined by commas
    table.text('tags').notNullable()
    table.primary(['subject_type', 'document_id', 'language'])
    table.unique(['subject_type', 'language', 'slug'], { indexName: 'public_document_slug_uq' })
  })
  // which list a public document stands in: 'article|*', 'article|sv', 'article|sv|kind=essay', 'article|*|person=<id>', 'person|sv'
  await createMissing(knex, 'public_listing', (table) => {
    table.string('list_key', 120).notNullable()
    table.string('subject_type', 20).notNullable()
    table.string('document_id', 40).notNullable()
    table.string('language', 12).notNullable()
    table.string('first_published_at', 30).notNullable()
    table.string('public_updated_at', 30).notNullable()
    // compared by bytes, whatever the database's collation: see text/sort-key.ts
    table.specificType('sort_key', isPostgres(knex) ? 'varchar(400) collate "C"' : 'varchar(400)').notNullable()
    table.primary(['list_key', 'document_id', 'language'])
    table.index(['subject_type', 'document_id', 'language'], 'public_listing_document_idx')
  })
  await indexListOrders(knex)
  await createMissing(knex, 'public_total', (table) => {
    table.string('list_key', 120).primary()
    table.integer('total').notNullable()
  })
  // an article names a person, an organisation, a topic: when the named changes, the naming is projected anew
  await createMissing(knex, 'public_reference', (table) => {
    table.string('subject_type', 20).notNullable()
    table.string('document_id', 40).notNullable()
    table.string('language', 12).notNullable()
    table.string('target_type', 20).notNullable()
    table.string('target_id', 40).notNullable()
    table.primary(['subject_type', 'document_id', 'language', 'target_type', 'target_id'])
    table.index(['target_type', 'target_id'], 'public_reference_target_idx')
  })
  // an address that a document had last and has no more; it follows from the log (see read-model/redirects.ts)
  await createMissing(knex, 'slug_redirect', (table) => {
    table.string('subject_type', 20).notNullable()
    table.string('language', 12).notNullable()
    table.string('slug', 200).notNullable()
    table.string('document_id', 40).notNullable()
    table.primary(['subject_type', 'language', 'slug'])
  })
  // an older form of it is made anew, and filled by the rebuild that a new shape brings
  if (await knex.schema.hasTable('public_comment') && !await knex.schema.hasColumn('public_comment', 'child_count'))
    await knex.schema.dropTable('public_comment')
  await createMissing(knex, 'public_comment', (table) => {
    table.string('document_id', 40).primary()
    table.string('article_id', 40).notNullable()
    table.string('parent_id', 40)
    table.string('root_id', 40).notNullable()
    // compared by bytes, whatever the database's collation: what stands below a place is a stretch of paths
    table.specificType('path', isPostgres(knex) ? 'varchar(200) collate "C"' : 'varchar(200)').notNullable()
    table.integer('depth').notNullable()
    // 'approved' or 'hidden' (a tombstone)
    table.string('state', 12).notNullable()
    table.boolean('is_question').notNullable()
    table.boolean('is_answered').notNullable()
    // comments below it that show their text, at any depth; lines of the thread right below it, tombstones included
    table.integer('reply_count').notNullable()
    table.integer('child_count').notNullable()
    table.binary('json').notNullable()
    table.index(['article_id', 'depth', 'path'], 'public_comment_roots_idx')
    table.index(['root_id', 'path'], 'public_comment_replies_idx')
    table.index(['parent_id', 'path'], 'public_comment_children_idx')
    table.unique(['article_id', 'path'], { indexName: 'public_comment_path_uq' })
  })
  // the last number given below a comment (parent_path) or to a root comment (''): numbers are never used again, so a rebuild keeps this
  await createMissing(knex, 'comment_ordinal', (table) => {
    table.string('article_id', 40).notNullable()
    table.string('parent_path', 200).notNullable()
    table.integer('last').notNullable()
    table.primary(['article_id', 'parent_path'])
  })
  // when an article stops taking comments of itself, and whether readers are told so; kept over a rebuild, which tells what is due
  await createMissing(knex, 'comment_closing', (table) => {
    table.string('article_id', 40).primary()
    table.string('closes_at', 30).notNullable()
    table.boolean('is_closed').notNullable()
    table.index(['is_closed', 'closes_at'], 'comment_closing_due_idx')
  })
  // pictures are found by the name of their file: see read-model/known-sizes.ts
  await knex.raw('create index if not exists klartext_files_hash_idx on files (hash)')
  // what the read model was made with (site address, shape); a difference at start projects everything anew
  await createMissing(knex, 'publication_setting', (table) => {
    table.string('name', 60).primary()
    table.text('value').notNullable()
  })
}

/**
 * An index for each order of a list, with everything that finds a page of it: a page far down the list is passed over on the index
 * alone. Earlier ones had no language, so that the whole list was sorted for each page.
 */
async function indexListOrders(knex: Knex): Promise<void> {
  const orders = { first: 'first_published_at', updated: 'public_updated_at', sort: 'sort_key' }
  for (const [name, column] of Object.entries(orders)) {
    await knex.raw(`create index if not exists public_listing_by_${name}_idx on public_listing (list_key, ${column}, document_id, language)`)
    await knex.raw(`drop index if exists public_listing_${name}_idx`)
  }
}
