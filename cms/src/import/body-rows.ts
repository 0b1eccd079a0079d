import type { FigureLine } from './figure-line'
import type { Furniture } from './furniture'
import type { LineMarker } from './line-markers'
import type { PageLine } from './page-lines'
import { readFigureLine } from './figure-line'
import { readFurniture } from './furniture'
import { readMarker } from './line-markers'

/** What a line of the body says by itself, before its neighbours are looked at. */
export type RowRole
  = | { is: 'furniture', furniture: Furniture }
    | { is: 'figure', figure: FigureLine }
    | { is: 'marked', marker: LineMarker }
    | { is: 'plain' }

export interface BodyRow<Role = RowRole> { line: PageLine, role: Role }

/** Says of each line what it is by itself; text that is glued behind a picture's line becomes a row of its own. */
export function readBodyRows(lines: PageLine[]): BodyRow[] {
  const rows: BodyRow[] = []
  for (const line of lines) {
    const figure = readFigureLine(line.text)
    if (figure === null) {
      rows.push({ line, role: readRole(line.text) })
      continue
    }
    rows.push({ line: { ...line, text: figure.rest === null ? line.text : line.text.slice(0, -figure.rest.length) }, role: { is: 'figure', figure } })
    if (figure.rest !== null)
      rows.push({ line: { ...line, text: figure.rest, afterBlank: true }, role: readRole(figure.rest) })
  }
  return rows
}

function readRole(text: string): RowRole {
  const furniture = readFurniture(text)
  if (furniture)
    return { is: 'furniture', furniture }
  const marker = readMarker(text)
  return marker ? { is: 'marked', marker } : { is: 'plain' }
}
