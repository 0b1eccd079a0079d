import type { PageLine } from './page-lines'
import { readFurniture } from './furniture'
import { readMarker } from './line-markers'

/** Joins a bullet or number that stands alone on its line with the line below, as some browsers save lists. */
export function joinLoneMarks(lines: PageLine[]): PageLine[] {
  const joined: PageLine[] = []
  for (const line of lines) {
    const above = joined.at(-1)
    if (above && isLoneMark(above.text) && !readMarker(line.text) && !readFurniture(line.text))
      joined[joined.length - 1] = { ...above, text: `${above.text} ${line.text}` }
    else
      joined.push(line)
  }
  return joined
}

const isLoneMark = (text: string): boolean => readMarker(text)?.text === ''
