/** What the line of a lost picture holds: its alt text, credit, caption, or the title of an infographic; `rest` is text glued behind it. */
export interface FigureLine { is: 'alt' | 'credit' | 'caption' | 'infographic', text: string, rest: string | null }

const picture = '(?:Foto(?:grafi|n)?|Bild(?:er)?|Närbild|Porträtt(?:bild|foto)?|Illustration|Teckning|Photo(?:graph)?|Picture|Image|Portrait|Drawing)'
const showing = new RegExp(`^${picture} (?:på|av|från|som visar|som föreställer|of|from|showing) (?=\\S)`, 'u')
const labelled = /^(?:Foto(?:graf)?|Bild|Illustration|Illustratör|Porträtt|Photo|Photographer|Image|Picture):\s*(?=\S)/u
const captionLabel = /^(?:Bildtext|Caption):\s*(?=\S)/u

// one to three names, or an archive behind a slash or comma: what stands behind "Foto:" when it is a credit
const name = '\\p{Lu}[\\p{L}.’\'-]*'
const credited = new RegExp(`^${name}(?: (?:${name}|av|de|von|och|and|&)){0,4}(?:\\s*[/,|]\\s*[\\p{L}\\d.’'& -]{1,60})?\\.?$`, 'u')

const chart = 'infografik|infographic|diagram|chart|karta|map|graf|graph|figur|figure|illustration|bild|picture|översiktsbild|tidslinje|timeline'
const chartOpenings = [
  /^(?:infografik|infographic|diagram|chart|karta|graf|graph|figur|figure|tidslinje|timeline)(?: \d{1,3}[:.]?|:| [–—-]) /iu,
  /^(?:infografik|infographic|diagram|tidslinje|timeline) (?:över|som visar|of|showing) /iu,
  /^(?:en )?(?:sammanfattande|förklarande) (?:bild|illustration)(?: (?:över|av|som visar)|:) /iu,
]
const chartLast = new RegExp(`(?:\\s[–—-]|[:,]|\\s\\()\\s?(?:(?:en|ett|a|an|den|det|the)\\s)?(?:[\\p{L}-]+\\s){0,2}(?:${chart})\\)?$`, 'iu')

const longestAlt = 200
const longestInfographicTitle = 150

/**
 * Reads the line that a page's picture left behind when the page was saved as text.
 *
 * - `Foto på …`, `Bild av …`, `Portrait of …`: the alt text, to the end of the line, or to where the next paragraph
 *   is glued to it (see {@link findGlue}).
 * - `Foto: Anna Ek`, with one to three names behind the label: the credit; with anything else behind it: an alt text.
 * - `Bildtext: …`: the caption, without its label.
 * - a line of at most 150 characters without a full stop that opens with `Infografik:`, `Diagram 2:`, `Infografik över` …, or ends
 *   in `– en sammanfattande bild`, `(diagram)` …: the title of an infographic.
 *
 * Square brackets around the whole line are layout. Returns null for every other line.
 */
export function readFigureLine(line: string): FigureLine | null {
  const text = /^\[[^[\]]+\]$/.test(line) ? line.slice(1, -1).trim() : line
  const caption = captionLabel.exec(text)
  if (caption)
    return text.length <= 1000 ? { is: 'caption', text: text.slice(caption[0].length), rest: null } : null
  if (text.length <= longestInfographicTitle && !/[.!?]$/u.test(text) && [...chartOpenings, chartLast].some(pattern => pattern.test(text)))
    return { is: 'infographic', text, rest: null }

  const opening = showing.exec(text) ?? labelled.exec(text)
  if (!opening)
    return null
  const glue = findGlue(text, opening[0].length)
  const own = glue === null ? text : text.slice(0, glue)
  const rest = glue === null ? null : text.slice(glue)
  if (own.length > longestAlt || severalSentences.test(own))
    return null
  const isCredit = labelled.test(own) && credited.test(own.slice(opening[0].length))
  return { is: isCredit ? 'credit' : 'alt', text: own, rest }
}

const severalSentences = /[.!?…]["”]?\s+\p{Lu}/u

// a capital inside a word that no paragraph begins at
const innerCapital = /(?:^|[\s("”-])(?:Mc|Mac|De|Di|Du|La|Le|Lo|Van|Von|Fitz|O[’']|\p{Lu}\.|i|e|Linked|You|Git|Java|Type|Word|Power|Tik|Face|Master|Pay|Share|One|Insta|Whats|Snap|Sound|Open|Air)$/u

const boundary = /(?<=[\p{Ll}\p{N}.!?)]|\p{L}["”’])(?=["“”»]?\p{Lu})|(?<=[^\s\d])(?=[–—-]\s)/gu

/**
 * Finds where a paragraph is glued to the text before it, as in `Foto på Anna EkAnna Ek är …`: a capital right behind
 * a small letter, digit or closing mark, or a dash with a space behind it but none before. Where the paragraph
 * repeats the first word of what the picture shows, that place is taken; otherwise the first one, if at least four
 * words follow. Names and brands with a capital inside (McDonald, YouTube) are not cut.
 *
 * @param text the line
 * @param from where what the picture shows begins
 */
function findGlue(text: string, from: number): number | null {
  const subject = /^[\p{L}\p{N}]+/u.exec(text.slice(from))?.[0] ?? ''
  const places = [...text.slice(0, longestAlt + 2).matchAll(boundary)]
    .map(match => match.index)
    .filter(index => index > from && !innerCapital.test(text.slice(0, index)) && quotesAreClosed(text, index))
  const repeating = places.find(index => subject !== '' && text.startsWith(subject, index) && !/^[\p{L}\p{N}]/u.test(text.slice(index + subject.length)))
  if (repeating !== undefined)
    return repeating
  return places.find(index => text.slice(index).split(/\s+/u).length >= 4) ?? null
}

/** In Swedish the same mark opens and closes a quotation: right where one stands, an even number before it means that none is open. */
function quotesAreClosed(text: string, index: number): boolean {
  const touchesQuote = /["”]/u.test(text.slice(index - 1, index + 1))
  return !touchesQuote || (text.slice(0, index).match(/["”]/gu)?.length ?? 0) % 2 === 0
}
