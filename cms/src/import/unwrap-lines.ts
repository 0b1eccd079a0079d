import type { PageLine } from './page-lines'
import { startsWithMarker } from './line-markers'

const narrowest = 60
const widest = 100

/**
 * Joins lines that a program broke at a fixed width, so that a paragraph is one line again.
 *
 * A page counts as broken at its longest line's width when that is 60 to 100 characters and, of the line pairs
 * without a blank line between, at least six in ten broke where the next word would not have fitted. Only such pairs
 * are joined; a line that opens with a list mark or number is never joined to the one above.
 */
export function unwrapLines(lines: PageLine[]): PageLine[] {
  const width = lines.reduce((longest, line) => Math.max(longest, widthOf(line)), 0)
  if (width < narrowest || width > widest)
    return lines
  const isForced = (above: PageLine, line: PageLine): boolean =>
    widthOf(above) + 1 + (line.text.split(/\s/)[0] ?? '').length > width
  const pairs = lines.flatMap((line, index) => {
    const above = lines[index - 1]
    return above && canContinue(line) ? [isForced(above, line)] : []
  })
  const forced = pairs.filter(Boolean).length
  if (forced === 0 || forced < pairs.length * 0.6)
    return lines

  const joined: PageLine[] = []
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    const last = joined.at(-1)
    if (above && last && canContinue(line) && isForced(above, line))
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` }
    else
      joined.push(line)
  }
  return joined
}

const widthOf = (line: PageLine): number => line.indent + line.text.length

const canContinue = (line: PageLine): boolean => !line.afterBlank && !startsWithMarker(line.text)
