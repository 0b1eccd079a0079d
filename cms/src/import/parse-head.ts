import type { PageLine } from './page-lines'
import type { Placement } from './parsed-page'
import { readBareDate, readDateLine } from './date-line'
import { readFigureLine } from './figure-line'
import { readEdgeFurniture, readFurniture } from './furniture'
import { placeFurniture } from './furniture-notes'
import { looksLikeHeading } from './heading-rows'
import { ImportError } from './import-error'
import { readMarker } from './line-markers'
import { takeDates } from './take-dates'
import { readThreadHeading } from './thread-heading'

const longestTitle = 200
const longestStandfirst = 600

/** Splits off the title: the first line that is not furniture. */
export function parseTitle(lines: PageLine[]): { title: string, placements: Placement[], below: PageLine[] } {
  const placements: Placement[] = []
  for (const [index, line] of lines.entries()) {
    const furniture = readFurniture(line.text) ?? readEdgeFurniture(line.text)
    if (furniture) {
      placements.push(placeFurniture(line, furniture))
      continue
    }
    assertTitle(line)
    placements.push({ line: line.number, text: line.text, became: 'title', note: null })
    return { title: line.text, placements, below: lines.slice(index + 1) }
  }
  throw new ImportError('Filen har ingen rubrik; den innehåller bara sidans knappar och etiketter.')
}

function assertTitle({ number, text }: PageLine): void {
  const marker = readMarker(text)
  if (marker?.is === 'dash' || marker?.is === 'bullet' || readDateLine(text) !== null || readBareDate(text) !== null || readFigureLine(text)?.is === 'alt')
    throw new ImportError('filen ska börja med sidans rubrik, men här står något annat. Lägg rubriken på en egen rad först i filen.', number)
  if (text.length > longestTitle)
    throw new ImportError(`rubriken är ${text.length} tecken lång; den får ha högst ${longestTitle}. Lägg rubriken på en egen rad först i filen.`, number)
}

export interface PageHead {
  standfirst: string | null
  publishedAt: string | null
  updatedAt: string | null
  placements: Placement[]
  /** The lines of the body; a byline that stood among the dates comes first. */
  below: PageLine[]
}

/**
 * Reads what stands between the title and the text: lines of dates, a byline, furniture, and the standfirst. A
 * paragraph is the standfirst when it is called so (`Ingress: …`, or below a line `Ingress`), or when it stands
 * directly below a date line and is neither a picture, a list, a spoken line nor a subheading, has at most 600
 * characters, and is not the page's only text.
 */
export function parseHead(lines: PageLine[], title: string): PageHead {
  const head: PageHead = { standfirst: null, publishedAt: null, updatedAt: null, placements: [], below: [] }
  const bylines: PageLine[] = []
  let isBelowDate = false
  let isCalled = false
  let index = 0
  for (; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined)
      break
    const place = (became: Placement['became'], note: string | null = null): void => {
      head.placements.push({ line: line.number, text: line.text, became, note })
    }
    const furniture = readFurniture(line.text) ?? readEdgeFurniture(line.text)
    if (furniture) {
      head.placements.push(placeFurniture(line, furniture))
      continue
    }
    if (line.text === title || readThreadHeading(line.text, title) === 'likely') {
      place('furniture', line.text === title ? 'rubriken en gång till' : 'länk till kommentarerna')
      continue
    }
    const dates = readDateLine(line.text)
    const bare = dates === null ? readBareDate(line.text) : null
    if (dates !== null || bare !== null) {
      const stated = takeDates(head, dates ?? { publishedAt: bare, updatedAt: null }, line.text)
      place(stated.became, stated.note)
      isBelowDate ||= stated.became === 'date'
      continue
    }
    const called = /^(?:Ingress|Standfirst)(?: ?: ?(\S.*)?)?$/u.exec(line.text)
    if (called && head.standfirst === null && !isCalled && (called[1] ?? '').length <= longestStandfirst) {
      head.standfirst = called[1] || null
      isCalled = head.standfirst === null
      place(isCalled ? 'furniture' : 'standfirst', isCalled ? 'etikett' : null)
      continue
    }
    const isOnlyText = lines.slice(index + 1).every(({ text }) => (readFurniture(text) ?? readEdgeFurniture(text)) !== null)
    if (head.standfirst === null && (isCalled || (isBelowDate && !isOnlyText)) && canBeStandfirst(line, isCalled)) {
      head.standfirst = line.text
      place('standfirst')
      continue
    }
    if (isByline(line.text) && dateFollows(lines.slice(index + 1))) {
      bylines.push(line)
      continue
    }
    break
  }
  head.below = [...bylines, ...lines.slice(index)]
  return head
}

function canBeStandfirst({ text }: PageLine, isCalled: boolean): boolean {
  if (text.length > longestStandfirst || readFigureLine(text) !== null)
    return false
  return isCalled || (readMarker(text) === null && !looksLikeHeading(text))
}

const isByline = (text: string): boolean => text.length <= 120 && /^(?:Av|By|Text|Text och foto|Skribent|Författare|Publicerad av|Posted by):? \p{Lu}/u.test(text) && !/[.!?]$/u.test(text)

function dateFollows(below: PageLine[]): boolean {
  const next = below.find(line => readFurniture(line.text) === null && readEdgeFurniture(line.text) === null)
  return next !== undefined && (readDateLine(next.text) !== null || readBareDate(next.text) !== null)
}
