import type { ParsedComment, ParsedList, ParsedPage } from '../../../src/import/parsed-page'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ImportError } from '../../../src/import/import-error'
import { parsePage } from '../../../src/import/parse-page'

/** `¤` stands for a word of its own in the finished page: `Ord1`, `Ord2` … */
const numbered = (text: string): string => {
  let last = 0
  return text.replaceAll('¤', () => `Ord${++last}`)
}
const words = (text: string): number[] => [...text.matchAll(/ord(\d+)/giu)].map(match => Number(match[1]))

const line = fc.constantFrom(
  '¤ ¤ ¤ ¤ ¤ ¤. ¤ ¤, ¤!',
  `¤${' ¤'.repeat(60)}.`,
  '¤ ¤',
  '¤?',
  '¤ ¤…',
  '¤:',
  '• ¤ ¤',
  '  • ¤',
  '* ¤ ¤.',
  '•',
  '1. ¤',
  '2. ¤ ¤.',
  '  1. ¤',
  '7) ¤',
  '– ¤ ¤.',
  '–¤ ¤.',
  '-\u00A0¤',
  '- ¤',
  '    ¤ ¤',
  '\t¤ ¤.',
  'Foto på ¤ ¤',
  'Foto på ¤ x¤ ¤ ¤ ¤ ¤.',
  'Foto på ¤ x– ¤ ¤ ¤ ¤.',
  'Foto: ¤ ¤',
  'Bildtext: ¤ ¤.',
  '¤ ¤ – en bild',
  '[Bild av ¤]',
  'Ingress: ¤ ¤.',
  'Ingress',
  'Av ¤ ¤',
  '- Ändrad: 2 december 2014',
  'Publicerad: ¤',
  '3 mars 2014',
  'loader',
  '* * *',
  'Skriv ut',
  'Svara',
  'Lämna ett svar',
  'Namn *',
  'Kommentarerna är stängda.',
  '¤ skriver: den 3 mars 2014',
  '¤ ¤, 3 mars 2014',
  '5 kommentarer',
  'Kommentarer',
  '14 thoughts on “¤ ¤',
  '/¤',
  '🙂 ¤ “¤” ’¤’',
)

const page = fc.record({
  title: fc.constantFrom('¤ ¤ ¤?', '¤'),
  lines: fc.array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n \u00A0 \n', '\n\n\n')), { minLength: 1, maxLength: 40 }),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
}).map(({ title, lines, lineBreak }) => numbered(`${title}\n\n${lines.map(([text, gap]) => text + gap).join('')}`).replaceAll('\n', lineBreak))

const ofList = (list: ParsedList): number[] => list.items.flatMap(item => [...words(item.text), ...(item.list ? ofList(item.list) : [])])
const ofArticle = ({ standfirst, parts }: ParsedPage): number[][] => [
  words(standfirst ?? ''),
  parts.flatMap((part) => {
    switch (part.type) {
      case 'list': return ofList(part.list)
      case 'figure':
      case 'infographic': return [part.alt, part.caption, part.credit].flatMap(text => words(text ?? '')).sort((a, b) => a - b)
      default: return words(part.text)
    }
  }),
]
const ofComments = (comments: ParsedComment[]): number[] => comments.flatMap(comment => [...words(comment.text), ...ofComments(comment.replies)])
const authors = (comments: ParsedComment[]): number[] => comments.flatMap(comment => [...words(comment.authorName ?? ''), ...authors(comment.replies)])
const ascending = (numbers: number[]): number[] => [...numbers].sort((a, b) => a - b)

const parseOrRefuse = (text: string): ParsedPage | null => {
  try {
    return parsePage(text)
  }
  catch (error) {
    expect(error).toBeInstanceOf(ImportError)
    return null
  }
}

it('every word of a page stands once in article, comments or report, and in the page’s order', () => {
  let read = 0
  fc.assert(fc.property(page, (text) => {
    const parsed = parseOrRefuse(text)
    if (parsed === null)
      return
    read++
    const all = words(text)
    expect(parsed.placements.flatMap(placement => words(placement.text))).toEqual(all)

    const [standfirst = [], body = []] = ofArticle(parsed)
    const comments = ofComments(parsed.comments)
    const leftOut = parsed.placements.filter(({ became }) => became === 'furniture' || became === 'unplaced').flatMap(({ text }) => words(text))
    expect(ascending([...words(parsed.title), ...standfirst, ...body, ...comments, ...authors(parsed.comments), ...leftOut])).toEqual(all)
    for (const stretch of [standfirst, body, comments])
      expect(stretch).toEqual(ascending(stretch))
  }), { numRuns: 2000 })
  expect(read).toBeGreaterThan(500)
})

it('any text is read or refused with a reason', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
    const parsed = parseOrRefuse(`Rubrik\n${text}`)
    const visible = (part: string): string => part.normalize('NFC').replace(/[\s\u200B\u0085]/gu, '')
    if (parsed)
      expect(parsed.placements.map(placement => visible(placement.text)).join('')).toBe(visible(`Rubrik${text}`))
  }), { numRuns: 1000 })
})

it.each([
  ['one line', 'a '.repeat(900_000)],
  ['spaces', `a${' '.repeat(1_900_000)}b`],
  ['no-break spaces', `a${'\u00A0'.repeat(900_000)}b`],
  ['dashes', '-'.repeat(1_900_000)],
  ['capitals behind a picture', `Foto på ${'aB'.repeat(900_000)}`],
  ['many lines', 'Rad\n\n'.repeat(19_990)],
  ['a deep thread', `Text.\n\n1 kommentar\n\n${Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}1. Svar`).join('\n')}`],
])('a large file of %s is read', (_, text) => {
  expect(parsePage(`Rubrik\n\nText.\n\n${text}`).title).toBe('Rubrik')
})
