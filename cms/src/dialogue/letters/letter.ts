import { element, escapeHtml } from '../../publication/present/html'

/** A part of a letter; the text is plain and is escaped where it is written as HTML. */
export type LetterPart
  = | { paragraph: string }
    | { quote: string }
    | { link: string, href: string }

/** A letter as its template words it. */
export interface LetterText {
  subject: string
  parts: readonly LetterPart[]
}

/** One letter in both languages of the site. */
export type Template<Facts> = Readonly<Record<'sv' | 'en', (facts: Facts) => LetterText>>

/** The letter as plain text: paragraphs, quotes behind `>`, addresses on lines of their own. */
export function asText({ parts }: LetterText): string {
  return `${parts.map(textOf).join('\n\n')}\n`
}

function textOf(part: LetterPart): string {
  if ('quote' in part)
    return part.quote.split('\n').map(line => `> ${line}`.trimEnd()).join('\n')
  return 'link' in part ? `${part.link}:\n${part.href}` : part.paragraph
}

/** The letter as HTML that asks for nothing from anywhere: no picture, no style sheet, no script. */
export function asHtml({ subject, parts }: LetterText, language: string): string {
  const body = parts.map(htmlOf).join('\n')
  return `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>\n`
    + `<body style="font-family:Georgia,serif;font-size:17px;line-height:1.5;max-width:38em;margin:1.5em auto;padding:0 1em">\n${body}\n</body></html>\n`
}

function htmlOf(part: LetterPart): string {
  if ('quote' in part)
    return element('blockquote', { style: 'border-left:3px solid #767676;margin:1em 0;padding-left:1em' }, lines(part.quote))
  return 'link' in part ? `<p>${element('a', { href: part.href }, escapeHtml(part.link))}</p>` : `<p>${lines(part.paragraph)}</p>`
}

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')
