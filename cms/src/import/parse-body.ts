import type { BodyRow } from './body-rows'
import type { StatedDates } from './date-line'
import type { FigureLine } from './figure-line'
import type { ResolvedRole } from './heading-rows'
import type { PageLine } from './page-lines'
import type { ParsedPart, Placement } from './parsed-page'
import { readBodyRows } from './body-rows'
import { readDateLine } from './date-line'
import { readFurniture, readTailFurniture } from './furniture'
import { placeFurniture } from './furniture-notes'
import { resolveHeadings } from './heading-rows'
import { joinLoneMarks } from './join-lone-marks'
import { nestList } from './list-nesting'
import { resolveMarks } from './list-rows'
import { takeDates } from './take-dates'

export interface PageBody {
  parts: ParsedPart[]
  placements: Placement[]
}

/**
 * Reads the text of the article: everything between its head and its thread. Every line becomes a part, a date or furniture.
 * @param lines the lines, without those of the head
 * @param dates what the head states; dates found below are added
 */
export function parseBody(lines: PageLine[], dates: StatedDates): PageBody {
  const { text, tail } = cutTail(lines)
  const body: PageBody = { parts: [], placements: [] }
  const rows = resolveHeadings(resolveMarks(readBodyRows(takeDateLines(joinLoneMarks(text), dates, body.placements))))
  let items: BodyRow<ResolvedRole>[] = []
  const closeList = (): void => {
    for (const list of nestList(items))
      body.parts.push({ type: 'list', list })
    items = []
  }
  for (const row of rows) {
    if (row.role.is === 'item' || row.role.is === 'continuation') {
      items.push(row)
      body.placements.push({ line: row.line.number, text: row.line.text, became: 'list-item', note: null })
    }
    else {
      closeList()
      body.placements.push(addPart(body.parts, row))
    }
  }
  closeList()
  body.placements = body.placements.concat(tail)
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

/** Takes out the lines that state a date, as some pages do below the text. */
function takeDateLines(lines: PageLine[], dates: StatedDates, placements: Placement[]): PageLine[] {
  return lines.filter((line) => {
    const stated = readDateLine(line.text)
    if (stated !== null)
      placements.push({ line: line.number, text: line.text, ...takeDates(dates, stated, line.text) })
    return stated === null
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
