import type { ListMarks, Mark } from './list-marks'
import type { Binding, ReadDatabase, Row } from './read-database'
import { nearTheBeginning } from './list-marks'
import { bytesOf, integerOf, textOf } from './read-database'

export interface ListOrder {
  column: 'first_published_at' | 'public_updated_at' | 'sort_key'
  direction: 'asc' | 'desc'
}

/** The documents that stand in all of some lists at once. */
export interface Listed {
  total: number
  /** At least one; the shortest list comes first. */
  keys: readonly string[]
  /** The last row of the log when they were counted. */
  logSeq: number
}

/**
 * Counts them: the total is kept where there is one list, and counted on the index otherwise.
 * @param database to read from
 * @param keys at least one
 */
export async function countListed(database: ReadDatabase, keys: readonly string[]): Promise<Listed> {
  const rows = await database.all(
    `select list_key, total, (select coalesce(max(seq), 0) from publication_log) as log_seq from public_total where list_key in (${keys.map(() => '?').join(', ')})`,
    keys,
  )
  const totals = new Map(rows.map(row => [textOf(row, 'list_key'), integerOf(row, 'total')]))
  const shortestFirst = [...keys].sort((a, b) => (totals.get(a) ?? 0) - (totals.get(b) ?? 0))
  const logSeq = rows[0] ? integerOf(rows[0], 'log_seq') : 0
  const [shortest = '', ...others] = shortestFirst
  if (others.length === 0 || !totals.get(shortest))
    return { total: totals.get(shortest) ?? 0, keys: shortestFirst, logSeq }
  const row = await database.first(`select count(*) as total from public_listing l where l.list_key = ?${inLists(others)}`, shortestFirst)
  return { total: row ? integerOf(row, 'total') : 0, keys: shortestFirst, logSeq }
}

export interface ListPage {
  order: ListOrder
  offset: number
  limit: number
}

interface Reading {
  database: ReadDatabase
  marks: ListMarks
}

/** The entity tags of a stretch of a list, which together stand for its items. */
export async function readListEtags(reading: Reading, listed: Listed, page: ListPage): Promise<string[]> {
  return (await readStretch(reading, listed, page, 'd.etag')).map(row => textOf(row, 'etag'))
}

/** The items of a stretch of a list as they are answered, with the entity tags of their documents. */
export async function readListItems(reading: Reading, listed: Listed, page: ListPage): Promise<{ item: Buffer, etag: string }[]> {
  const rows = await readStretch(reading, listed, page, 'd.etag, coalesce(d.summary, d.json) as item')
  return rows.map(row => ({ item: bytesOf(row, 'item'), etag: textOf(row, 'etag') }))
}

/** Goes from the mark where there is one, and leaves marks where this page and the next begin. */
async function readStretch({ database, marks }: Reading, { keys, logSeq }: Listed, page: ListPage, columns: string): Promise<Row[]> {
  const { order, offset, limit } = page
  const [list, ...others] = keys
  // what stands in several lists is no list that a mark could be in
  if (offset < nearTheBeginning || others.length > 0)
    return selectStretch(database, keys, { order, limit, offset }, columns)
  const name = `${list} ${order.column} ${order.direction}`
  const known = marks.find(name, offset, logSeq)
  const rows = await selectStretch(database, keys, known ? { order, limit, after: known } : { order, limit: limit + 1, offset: offset - 1 }, columns)
  const [before] = known ? [] : rows.splice(0, 1)
  if (before)
    marks.keep(name, offset, logSeq, markOf(before))
  const last = rows.at(-1)
  if (last && rows.length === limit)
    marks.keep(name, offset + limit, logSeq, markOf(last))
  return rows
}

const markOf = (row: Row): Mark => ({ place: textOf(row, 'place'), id: textOf(row, 'document_id'), language: textOf(row, 'language') })

type Stretch = { order: ListOrder, limit: number } & ({ offset: number, after?: never } | { after: Mark, offset?: never })

async function selectStretch(database: ReadDatabase, keys: readonly string[], { order: { column, direction }, limit, offset = 0, after }: Stretch, columns: string): Promise<Row[]> {
  const [first = '', ...others] = keys
  const from: { sql: string, bindings: Binding[] } = after
    ? { sql: ` and (l.${column}, l.document_id, l.language) ${direction === 'asc' ? '>' : '<'} (?, ?, ?)`, bindings: [after.place, after.id, after.language] }
    : { sql: '', bindings: [] }
  return database.all(
    `select l.place, l.document_id, l.language, ${columns} from (
       select l.document_id, l.language, l.${column} as place from public_listing l
       where l.list_key = ?${inLists(others)}${from.sql}
       order by l.${column} ${direction}, l.document_id ${direction}, l.language ${direction} limit ? offset ?
     ) l
     join public_document d on d.subject_type = ? and d.document_id = l.document_id and d.language = l.language
     order by l.place ${direction}, l.document_id ${direction}, l.language ${direction}`,
    // a list holds documents of one type, which its name begins with
    [first, ...others, ...from.bindings, limit, offset, first.slice(0, first.indexOf('|'))],
  )
}

const inLists = (keys: readonly string[]): string => keys.map(() =>
  ' and exists (select 1 from public_listing o where o.list_key = ? and o.document_id = l.document_id and o.language = l.language)').join('')
