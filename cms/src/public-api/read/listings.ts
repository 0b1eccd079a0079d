import type { ReadDatabase, Row } from './read-database'
import { bytesOf, integerOf, textOf } from './read-database'

export interface ListOrder {
  column: 'first_published_at' | 'public_updated_at' | 'sort_key'
  direction: 'asc' | 'desc'
}

/**
 * How many documents stand in all of the lists at once: kept where there is one list, counted on the index otherwise.
 * @param database to read from
 * @param keys at least one; the shortest list comes first afterwards
 */
export async function totalOf(database: ReadDatabase, keys: readonly string[]): Promise<{ total: number, keys: string[] }> {
  const rows = await database.all(`select list_key, total from public_total where list_key in (${keys.map(() => '?').join(', ')})`, keys)
  const totals = new Map(rows.map(row => [textOf(row, 'list_key'), integerOf(row, 'total')]))
  const shortestFirst = [...keys].sort((a, b) => (totals.get(a) ?? 0) - (totals.get(b) ?? 0))
  const [shortest = '', ...others] = shortestFirst
  if (others.length === 0 || !totals.get(shortest))
    return { total: totals.get(shortest) ?? 0, keys: shortestFirst }
  const row = await database.first(`select count(*) as total from public_listing l where l.list_key = ?${inLists(others)}`, shortestFirst)
  return { total: row ? integerOf(row, 'total') : 0, keys: shortestFirst }
}

export interface ListPage {
  order: ListOrder
  offset: number
  limit: number
}

/** The entity tags of a stretch of a list, which together stand for its items. */
export async function readListEtags(database: ReadDatabase, keys: readonly string[], page: ListPage): Promise<string[]> {
  return (await stretch(database, keys, page, 'd.etag')).map(row => textOf(row, 'etag'))
}

/** The items of a stretch of a list as they are answered, with the entity tags of their documents. */
export async function readListItems(database: ReadDatabase, keys: readonly string[], page: ListPage): Promise<{ item: Buffer, etag: string }[]> {
  const rows = await stretch(database, keys, page, 'd.etag, coalesce(d.summary, d.json) as item')
  return rows.map(row => ({ item: bytesOf(row, 'item'), etag: textOf(row, 'etag') }))
}

async function stretch(database: ReadDatabase, keys: readonly string[], page: ListPage, columns: string): Promise<Row[]> {
  const { order: { column, direction }, offset, limit } = page
  const [first = '', ...others] = keys
  return database.all(
    `select ${columns} from (
       select l.document_id, l.language, l.${column} as place from public_listing l
       where l.list_key = ?${inLists(others)}
       order by l.${column} ${direction}, l.document_id ${direction}, l.language ${direction} limit ? offset ?
     ) l
     join public_document d on d.subject_type = ? and d.document_id = l.document_id and d.language = l.language
     order by l.place ${direction}, l.document_id ${direction}, l.language ${direction}`,
    // a list holds documents of one type, which its name begins with
    [first, ...others, limit, offset, first.slice(0, first.indexOf('|'))],
  )
}

const inLists = (keys: readonly string[]): string => keys.map(() =>
  ' and exists (select 1 from public_listing o where o.list_key = ? and o.document_id = l.document_id and o.language = l.language)').join('')
