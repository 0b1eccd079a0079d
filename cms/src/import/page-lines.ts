/** A line that carries text. Blank lines are only remembered as `afterBlank`. */
export interface PageLine {
  /** Where it stands in the file, from 1. */
  number: number
  /** Columns before the first character, with a tab stop at every fourth. */
  indent: number
  text: string
  /** The line above is blank, or there is none. */
  afterBlank: boolean
}

/**
 * Cuts the text of a page into its lines. Any kind of line break counts; a line of nothing but spaces, no-break
 * spaces included, is blank. Text is composed to NFC, runs of spaces and tabs become one space, and zero-width
 * spaces and byte order marks go; every other character stays as it is.
 */
export function readLines(text: string): PageLine[] {
  const lines: PageLine[] = []
  let afterBlank = true
  for (const [index, raw] of text.normalize('NFC').split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).entries()) {
    const visible = raw.replace(/[\u200B\uFEFF]/g, '')
    const content = visible.trim()
    if (content !== '')
      lines.push({ number: index + 1, indent: columns(visible.slice(0, visible.indexOf(content))), text: content.replace(/[ \t]+/g, ' '), afterBlank })
    afterBlank = content === ''
  }
  return lines
}

function columns(space: string): number {
  let column = 0
  for (const character of space)
    column = character === '\t' ? (Math.floor(column / 4) + 1) * 4 : column + 1
  return column
}
