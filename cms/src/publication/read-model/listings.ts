import type { Knex } from 'knex'
import type { Snapshot } from '../snapshot/schemas'
import type { DocumentKey } from './document-key'
import * as v from 'valibot'
import { sortKey } from '../text/sort-key'
import { columnsOf } from './document-key'

export interface ListingDates {
  firstPublishedAt: string | null
  publicUpdatedAt: string
}

/**
 * The lists that a public document stands in, `<type>|<language or *>[|<filter>]`: `article|*`, `article|sv`, `article|sv|kind=essay`,
 * `article|*|person=<id>` (as author or subject), `…|organisation=<id>` (as named or as publisher), `…|publisher=<id>`, `…|topic=<id>`;
 * `person|sv`.
 */
export function listKeysOf(snapshot: Snapshot, language: string): string[] {
  if (snapshot.type !== 'article')
    return [`${snapshot.type}|${language}`]
  const filters = [
    `kind=${snapshot.kind}`,
    ...[...snapshot.authors, ...snapshot.subjects].map(person => `person=${person.id}`),
    ...[...snapshot.organisations, ...snapshot.publisher ? [snapshot.publisher] : []].map(organisation => `organisation=${organisation.id}`),
    ...snapshot.publisher ? [`publisher=${snapshot.publisher.id}`] : [],
    ...snapshot.topics.map(topic => `topic=${topic.id}`),
  ]
  return ['*', language].flatMap(scope => [`article|${scope}`, ...new Set(filters.map(filter => `article|${scope}|${filter}`))])
}

/** The list whose total is the `articleCount` of a person, an organisation or a topic in one language. */
export const articleListOf = (type: string, id: string, language: string): string => `article|${language}|${type}=${id}`

/** The name that a list puts a document in order by, in one language. */
export function listedName(snapshot: Snapshot, language: string): string {
  if (snapshot.type === 'article')
    return snapshot.title
  const translated = snapshot.type === 'topic' ? snapshot.translations.find(text => text.language === language)?.name : undefined
  return translated ?? snapshot.name
}

/** Puts a document into its lists with its dates, takes it out of those it has left, and keeps the totals. */
export async function writeListing(trx: Knex, key: DocumentKey, snapshot: Snapshot, dates: ListingDates): Promise<void> {
  const wanted = listKeysOf(snapshot, key.language)
  const row = {
    ...columnsOf(key),
    first_published_at: dates.firstPublishedAt ?? dates.publicUpdatedAt,
    public_updated_at: dates.publicUpdatedAt,
    sort_key: sortKey(listedName(snapshot, key.language)),
  }
  const present = await readListKeys(trx, key)
  const gone = present.filter(name => !wanted.includes(name))
  const added = wanted.filter(name => !present.includes(name))
  await trx('public_listing').where(columnsOf(key)).delete()
  await trx('public_listing').insert(wanted.map(name => ({ ...row, list_key: name })))
  await countIn(trx, added, 1)
  await countIn(trx, gone, -1)
}

export async function removeListing(trx: Knex, key: DocumentKey): Promise<void> {
  const present = await readListKeys(trx, key)
  await trx('public_listing').where(columnsOf(key)).delete()
  await countIn(trx, present, -1)
}

async function readListKeys(trx: Knex, key: DocumentKey): Promise<string[]> {
  const rows: unknown = await trx('public_listing').select('list_key').where(columnsOf(key))
  return v.parse(v.array(v.object({ list_key: v.string() })), rows).map(row => row.list_key)
}

/** Adds to the totals of the named lists; a list that nothing stands in has no total. */
export async function countIn(trx: Knex, names: readonly string[], by: number): Promise<void> {
  if (names.length === 0 || by === 0)
    return
  await trx('public_total')
    .insert(names.map(name => ({ list_key: name, total: by })))
    .onConflict('list_key')
    .merge({ total: trx.raw('public_total.total + ?', [by]) })
  await trx('public_total').whereIn('list_key', names).where('total', 0).delete()
}

/** Totals by list; a list that nothing stands in is missing. */
export async function readTotals(trx: Knex, names: readonly string[]): Promise<Map<string, number>> {
  const rows: unknown = await trx('public_total').select('list_key', 'total').whereIn('list_key', names)
  return new Map(v.parse(v.array(v.object({ list_key: v.string(), total: v.number() })), rows).map(row => [row.list_key, row.total]))
}
