import type { BodyRow, RowRole } from './body-rows'
import { endsSentence } from './sentence-shape'

/** A row once its neighbours have told whether its mark is a list's, a spoken line's, or only looks like one. */
export type MarkedRole
  = | Exclude<RowRole, { is: 'marked' }>
    | { is: 'item', ordered: boolean, text: string }
    | { is: 'continuation' }
    | { is: 'dialogue' }

/**
 * Tells lists, spoken lines and plain text apart. Blank lines between the rows of a list do not matter.
 *
 * - A bullet always opens a list item; one without text is layout.
 * - Numbers are a list where they run 1, 2, … at one indentation; a number alone (`1. Inledning`) stays plain text.
 * - Dashes are a list where two or more in a row have a space behind them and none ends as a sentence does. Hyphens are one as
 *   well where two or more stand right below each other on a page with blank lines and no line says who speaks (`, säger`).
 *   Otherwise each is a spoken line, with or without the space.
 * - A plain line right below an item and further in goes on with that item.
 */
export function resolveMarks(rows: BodyRow[]): BodyRow<MarkedRole>[] {
  const listed = numberedItems(rows)
  for (const row of dashedItems(rows))
    listed.add(row)
  const resolved: BodyRow<MarkedRole>[] = []
  for (const row of rows) {
    const above = resolved.at(-1)
    resolved.push({ line: row.line, role: resolve(row, listed, above) })
  }
  return resolved
}

function resolve(row: BodyRow, listed: Set<BodyRow>, above: BodyRow<MarkedRole> | undefined): MarkedRole {
  const { role, line } = row
  if (role.is === 'plain') {
    const goesOn = above !== undefined && (above.role.is === 'item' || above.role.is === 'continuation') && !line.afterBlank && line.indent > above.line.indent
    return goesOn ? { is: 'continuation' } : role
  }
  if (role.is !== 'marked')
    return role
  const { marker } = role
  if (marker.text !== '' && (marker.is === 'bullet' || listed.has(row)))
    return { is: 'item', ordered: marker.is === 'number', text: marker.text }
  if (marker.text === '' && marker.is === 'bullet')
    return { is: 'furniture', furniture: 'separator' }
  return marker.is === 'dash' ? { is: 'dialogue' } : { is: 'plain' }
}

/** Rows with numbers that run 1, 2, … at one indentation, with nothing between but rows with marks further in. */
function numberedItems(rows: BodyRow[]): Set<BodyRow> {
  const found = new Set<BodyRow>()
  let chains = new Map<number, BodyRow[]>()
  const close = (chain: BodyRow[]): void => {
    if (chain.length >= 2)
      chain.forEach(row => found.add(row))
  }
  const closeFrom = (indent: number): void => {
    for (const [column, chain] of chains) {
      if (column < indent)
        continue
      close(chain)
      chains.delete(column)
    }
  }
  for (const row of rows) {
    if (row.role.is === 'plain' && !row.line.afterBlank)
      continue
    if (row.role.is !== 'marked') {
      closeFrom(0)
      chains = new Map()
      continue
    }
    const { marker } = row.role
    closeFrom(row.line.indent + 1)
    const chain = chains.get(row.line.indent) ?? []
    if (marker.is === 'number' && marker.text !== '' && marker.number === chain.length + 1) {
      chains.set(row.line.indent, [...chain, row])
      continue
    }
    closeFrom(row.line.indent)
    if (marker.is === 'number' && marker.text !== '' && marker.number === 1)
      chains.set(row.line.indent, [row])
  }
  closeFrom(0)
  return found
}

const speaks = /,\s(?:säger|sade|sa|berättar|menar|frågar|svarar|förklarar|tycker|tror|konstaterar|says|said)(?!\p{L})/u

/** Runs of two or more rows with a spaced dash that are a list. */
function dashedItems(rows: BodyRow[]): BodyRow[] {
  const isSpaced = rows.slice(1).some(row => row.line.afterBlank)
  const found: BodyRow[] = []
  let run: BodyRow[] = []
  const isList = (): boolean => {
    const holdsNoSentence = run.every(({ line }) => !endsSentence(line.text))
    const isTight = isSpaced && run.every(({ line }, index) => line.text.startsWith('-') && (index === 0 || !line.afterBlank) && !speaks.test(line.text))
    return run.length >= 2 && (holdsNoSentence || isTight)
  }
  const close = (): void => {
    if (isList())
      run.forEach(row => found.push(row))
    run = []
  }
  for (const row of rows) {
    if (row.role.is === 'marked' && row.role.marker.is === 'dash' && row.role.marker.spaced)
      run.push(row)
    else
      close()
  }
  close()
  return found
}
