import type { Knex } from 'knex'
import type { Snapshot } from '../snapshot/schemas'
import type { DocumentKey } from './document-key'
import * as v from 'valibot'
import { sortKey } from '../text/sort-key'
import { batches, columnsOf } from './document-key'

export interface ListingDates {
  firstPublishedAt: string | null
  publicUpdatedAt: string
}

/**
 * The lists that a public document stands in, `<type>|<language or *>[|<filter>…]`: `article|*`, `article|sv`, `person|sv`, and for an
 * article `kind=<kind>`, `person=<id>` (as author or subject), `organisation=<id>` (as named or as publisher), `topic=<id>`, those of them
 * that grow with the site together (`article|sv|kind=essay|organisation=<id>|topic=<id>`), and `publisher=<id>`.
 */
export function listKeysOf(snapshot: Snapshot, language: string): string[] {
  if (snapshot.type !== 'article')
    return [`${snapshot.type}|${language}`]
  const organisations = [...snapshot.organisations, ...snapshot.publisher ? [snapshot.publisher] : []].map(({ id }) => `|organisation=${id}`)
  const topics = snapshot.topics.map(({ id }) => `|topic=${id}`)
  const people = [...snapshot.authors, ...snapshot.subjects].map(({ id }) => `|person=${id}`)
  // a person's list grows with what one person writes: it is walked where something else is asked for beside it
  const filters = ['', ...organisations].flatMap(organisation => ['', ...topics].map(topic => organisation + topic)).concat(people)
  const names = ['', `|kind=${snapshot.kind}`].flatMap(kind => filters.map(filter => kind + filter))
  if (snapshot.publisher)
    names.push(`|publisher=${snapshot.publisher.id}`)
  return ['*', language].flatMap(scope => [...new Set(names)].map(name => `article|${scope}${name}`))
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
  const present = await readListKeys(trx, key)
  const gone = present.filter(name => !wanted.includes(name))
  const added = wanted.filter(name => !present.includes(name))
  const row = rowOf(key, snapshot, dates)
  // most publications change no list that the document stands in: its rows stay, and only the orders that it has moved in are written
  await trx('public_listing').where(columnsOf(key)).update(row)
  for (const names of batches(gone))
    await trx('public_listing').where(columnsOf(key)).whereIn('list_key', names).delete()
  await insertRows(trx, row, added)
  await countIn(trx, added, 1)
  await countIn(trx, gone, -1)
}

/** Puts a document that stands in no list yet into its lists; the totals are still to be counted, with {@link countLists}. */
export const insertListing = (trx: Knex, key: DocumentKey, snapshot: Snapshot, dates: ListingDates): Promise<void> =>
  insertRows(trx, rowOf(key, snapshot, dates), listKeysOf(snapshot, key.language))

/**
 * Counts every list at once, where no list has a total yet. Counted one document after the other in one transaction, a total of
 * PostgreSQL's would leave a dead row for each, and be found past all of them.
 */
export async function countLists(trx: Knex): Promise<void> {
  await trx.raw('insert into public_total (list_key, total) select list_key, count(*) from public_listing group by list_key')
}

const rowOf = (key: DocumentKey, snapshot: Snapshot, { firstPublishedAt, publicUpdatedAt }: ListingDates) => ({
  ...columnsOf(key),
  first_published_at: firstPublishedAt ?? publicUpdatedAt,
  public_updated_at: publicUpdatedAt,
  sort_key: sortKey(listedName(snapshot, key.language)),
})

async function insertRows(trx: Knex, row: object, names: readonly string[]): Promise<void> {
  for (const some of batches(names))
    await trx('public_listing').insert(some.map(name => ({ ...row, list_key: name })))
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
  if (by === 0)
    return
  for (const some of batches(names)) {
    await trx('public_total')
      .insert(some.map(name => ({ list_key: name, total: by })))
      .onConflict('list_key')
      .merge({ total: trx.raw('public_total.total + ?', [by]) })
    await trx('public_total').whereIn('list_key', some).where('total', 0).delete()
  }
}

/** Totals by list; a list that nothing stands in is missing. */
export async function readTotals(trx: Knex, names: readonly string[]): Promise<Map<string, number>> {
  const rows: unknown = await trx('public_total').select('list_key', 'total').whereIn('list_key', names)
  return new Map(v.parse(v.array(v.object({ list_key: v.string(), total: v.number() })), rows).map(row => [row.list_key, row.total]))
}
