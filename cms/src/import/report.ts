import type { PageEncoding } from './decode-page'
import type { ImportedPage } from './imported-page'
import type { Became, ParsedPage, Placement } from './parsed-page'
import { countComments } from './parse-page'

// in the order that the sums are told
const words: Record<Became, { one: string, many: string }> = {
  'title': { one: 'rubrik', many: 'rubriker' },
  'date': { one: 'datum', many: 'datum' },
  'standfirst': { one: 'ingress', many: 'ingresser' },
  'paragraph': { one: 'stycke', many: 'stycken' },
  'heading': { one: 'mellanrubrik', many: 'mellanrubriker' },
  'list-item': { one: 'listpunkt', many: 'listpunkter' },
  'dialogue': { one: 'replik', many: 'repliker' },
  'figure': { one: 'bild', many: 'bilder' },
  'infographic': { one: 'infografik', many: 'infografiker' },
  'caption': { one: 'bildtext', many: 'bildtexter' },
  'credit': { one: 'upphov', many: 'upphov' },
  'comment': { one: 'kommentar', many: 'kommentarer' },
  'comment-author': { one: 'namn', many: 'namn' },
  'furniture': { one: 'utelämnad', many: 'utelämnade' },
  'unplaced': { one: 'inte placerad', many: 'inte placerade' },
}

const shownLength = 64

/** What became of each line of a file, for the editor who imports it: one line of the report a line of text. */
export function reportPage(page: ParsedPage, encoding: PageEncoding): string {
  return [
    `  ${page.kind === 'profile' ? 'Profil' : 'Essä'}, läst som ${encoding}: ${sums(page)}.`,
    '',
    `  ${'rad'.padStart(5)}  ${'blev'.padEnd(13)}  text`,
    ...page.placements.map(reportLine),
    ...listed('Inte placerade rader; de står inte i artikeln', page, placement => placement.became === 'unplaced'),
    ...listed('Bildfiler som saknas; lägg in dem i adminen', page, ({ became }) => became === 'figure' || became === 'infographic'),
  ].join('\n')
}

/** What left out and unplaced lines say is shown whole: it is nowhere else to be read. */
function reportLine({ line, text, became, note }: Placement): string {
  const isLeftOut = became === 'furniture' || became === 'unplaced'
  const shown = isLeftOut || text.length <= shownLength ? text : `${text.slice(0, shownLength).trimEnd()}…`
  return `  ${String(line).padStart(5)}  ${words[became].one.padEnd(13)}  ${shown}${note === null ? '' : ` [${note}]`}`
}

function sums({ placements, comments }: ParsedPage): string {
  const counts = new Map<string, number>()
  for (const { became } of placements)
    counts.set(became, (counts.get(became) ?? 0) + 1)
  // a comment has many lines
  counts.set('comment', countComments(comments))
  counts.delete('comment-author')
  return Object.entries(words).flatMap(([became, { one, many }]) => {
    const count = counts.get(became) ?? 0
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  }).join(', ')
}

function listed(heading: string, { placements }: ParsedPage, belongs: (placement: Placement) => boolean): string[] {
  const found = placements.filter(belongs)
  return found.length === 0 ? [] : ['', `  ${heading}:`, ...found.map(({ line, text }) => `  ${String(line).padStart(5)}  ${text}`)]
}

/** What the import of a file came to, as one sentence and an address. */
export function reportResult({ isNew, state, title, url }: ImportedPage): string {
  if (isNew)
    return `  Importerad ${state === 'published' ? 'och publicerad' : 'som utkast'}: ${url}`
  const done = state === 'published' ? 'nu är den publicerad' : 'inget ändrades'
  return `  Redan importerad som ”${title}”; ${done}: ${url}`
}
