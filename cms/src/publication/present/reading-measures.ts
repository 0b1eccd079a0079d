import type { BodyPart, List } from '@klartext/contract'
import { readability, readingMinutes } from '@klartext/plain-language'
import { textOf } from '../text/opening-dash'

/** How long an article takes to read and how heavy it is: its body's words and sentences; titles, captions and tables do not count. */
export function readingMeasures(body: readonly BodyPart[]): { readingMinutes: number, lix: number | null } {
  const { words, lix } = readability(body.flatMap(blocksOf))
  return { readingMinutes: readingMinutes(words), lix }
}

function blocksOf(part: BodyPart): string[] {
  switch (part.type) {
    case 'list':
      return listBlocks(part)
    case 'factBox':
      return [part.title, ...part.parts.flatMap(blocksOf)]
    case 'figure':
    case 'infographic':
      return []
    default:
      return [textOf(part.children)]
  }
}

const listBlocks = (list: List): string[] => list.items.flatMap(item => [textOf(item.children), ...item.list ? listBlocks(item.list) : []])
