import type { BodyRow } from './body-rows'
import type { FigureLine } from './figure-line'
import type { ResolvedRole } from './heading-rows'
import type { PageLine } from './page-lines'
import type { ParsedPart, Placement } from './parsed-page'
import { readBodyRows } from './body-rows'
import { readDateLine } from './date-line'
import { readFurniture, readTailFurniture } from './furniture'
import { placeFurniture } from './furniture-notes'
import { resolveHeadings } from './heading-rows'
import { nestList } from './list-nesting'
import { resolveMarks } from './list-rows'

export interface PageBody {
  parts: ParsedPart[]
  publishedAt: string | null
  updatedAt: string | null
  placements: Placement[]
}

/** Reads the text of the article: everything between its head and its thread. Every line becomes a part, a date or furniture. */
export function parseBody(lines: PageLine[]): PageBody {
  const { text, tail } = cutTail(lines)
  const body: PageBody = { parts: [], publishedAt: null, updatedAt: null, placements: [] }
  const rows = resolveHeadings(resolveMarks(readBodyRows(takeDateLines(text, body))))
  for (let index = 0; index < rows.length;) {
    const list = rows.slice(index).findIndex(({ role }) => role.is !== 'item' && role.is !== 'continuation')
    const length = list < 0 ? rows.length - index : list
    if (length > 0) {
      const items = rows.slice(index, index + length)
      body.parts.push(...nestList(items).map(list => ({ type: 'list' as const, list })))
      body.placements.push(...items.map(({ line }): Placement => ({ line: line.number, text: line.text, became: 'list-item', note: null })))
      index += length
      continue
    }
    const row = rows[index++]
    if (row)
      body.placements.push(addPart(body.parts, row))
  }
  body.placements.push(...tail)
  return body
}

function addPart(parts: ParsedPart[], { line, role }: BodyRow<ResolvedRole>): Placement {
  const placed = (became: Placement['became'], note: string | null = null): Placement => ({ line: line.number, text: line.text, became, note })
  switch (role.is) {
    case 'furniture':
      return placeFurniture(line, role.furniture)
    case 'figure':
      return addFigure(parts, role.figure, placed)
    case 'heading':
    case 'dialogue':
      parts.push({ type: role.is, text: line.text })
      return placed(role.is)
    default:
      parts.push({ type: 'paragraph', text: line.text })
      return placed('paragraph')
  }
}

function addFigure(parts: ParsedPart[], figure: FigureLine, placed: (became: Placement['became'], note?: string) => Placement): Placement {
  if (figure.is === 'alt' || figure.is === 'infographic') {
    parts.push({ type: figure.is === 'alt' ? 'figure' : 'infographic', alt: figure.text, caption: null, credit: null })
    return placed(figure.is === 'alt' ? 'figure' : 'infographic', 'bildfilen saknas; texten står i bildens ställe')
  }
  const above = parts.at(-1)
  if (above && (above.type === 'figure' || above.type === 'infographic') && above[figure.is] === null) {
    above[figure.is] = figure.text
    return placed(figure.is)
  }
  parts.push({ type: 'paragraph', text: figure.text })
  return placed('paragraph', 'ingen bild står ovanför')
}

/** Takes out the lines that state a date: the first of each kind counts, the same date again is left out. */
function takeDateLines(lines: PageLine[], body: PageBody): PageLine[] {
  return lines.filter((line) => {
    const dates = readDateLine(line.text)
    if (dates === null)
      return true
    const placement: Placement = { line: line.number, text: line.text, became: 'unplaced', note: 'datumet går inte att läsa' }
    if (dates !== 'unreadable') {
      const isNew = body.publishedAt === null && body.updatedAt === null
      body.publishedAt ??= dates.publishedAt
      body.updatedAt ??= dates.updatedAt
      placement.became = isNew ? (dates.updatedAt === null ? 'publishedAt' : 'updatedAt') : 'unplaced'
      placement.note = isNew ? null : 'ett datum står redan högre upp'
    }
    body.placements.push(placement)
    return false
  })
}

/** Cuts the furniture off that stands below the last line of the text. */
function cutTail(lines: PageLine[]): { text: PageLine[], tail: Placement[] } {
  const furniture = ({ text }: PageLine) => readFurniture(text) ?? readTailFurniture(text)
  const last = lines.findLastIndex(line => furniture(line) === null)
  const tail = lines.slice(last + 1).flatMap((line) => {
    const kind = furniture(line)
    return kind === null ? [] : [placeFurniture(line, kind)]
  })
  return { text: lines.slice(0, last + 1), tail }
}
