import type { DataTable } from '@klartext/contract'
import { fieldText } from '../text/typography'

/** What is wrong with a table that an editor typed, in Swedish, with the line where it is. */
export class TableTextError extends Error {
  override name = 'TableTextError'
}

/**
 * Reads a table as it is pasted from a spreadsheet or typed: one line a row, the first line headers, cells parted by tabs or, where
 * no line holds a tab, by semicolons. Empty lines are skipped, and so are empty cells beyond the last header.
 * @param text the field's text
 * @param caption of the table, or null
 * @param language for quotation marks in the cells
 * @throws TableTextError when a row does not have one cell for each header, or fewer than two lines hold anything
 */
export function parseTableText(text: string, caption: string | null, language: string): DataTable {
  const separator = text.includes('\t') ? '\t' : ';'
  const lines = text.split(/\r\n?|\n/)
    .map((line, index) => ({ number: index + 1, cells: line.split(separator).map(cell => fieldText(cell, language) ?? '') }))
    .filter(({ cells }) => cells.some(cell => cell !== ''))
  const [head, ...body] = lines
  if (!head || body.length === 0)
    throw new TableTextError('Tabellen behöver en rad med rubriker och minst en rad med värden.')
  const headers = withoutEmptyEnd(head.cells, 1)
  const rows = body.map(({ number, cells }) => {
    const row = withoutEmptyEnd(cells, headers.length)
    if (row.length !== headers.length)
      throw new TableTextError(`Rad ${number} i tabellen har ${celler(row.length)}, men rubrikraden har ${celler(headers.length)}. Skilj cellerna åt med tabb eller semikolon.`)
    return row
  })
  return { caption, headers, rows }
}

const celler = (count: number): string => count === 1 ? '1 cell' : `${count} celler`

function withoutEmptyEnd(cells: readonly string[], least: number): string[] {
  const kept = [...cells]
  while (kept.length > least && kept.at(-1) === '')
    kept.pop()
  return kept
}
