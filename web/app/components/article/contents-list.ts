import type { BodyPart, Heading } from '@klartext/contract'

/** A list of contents helps when there are more headings than this. */
const enough = 4

/** The headings that a list of contents names: those of the highest level, where the text has more than four headings; else none. */
export function contentsOf(parts: readonly BodyPart[]): Heading[] {
  const headings = parts.filter((part): part is Heading => part.type === 'heading')
  if (headings.length <= enough)
    return []
  const top = Math.min(...headings.map(({ level }) => level))
  return headings.filter(({ level }) => level === top)
}
