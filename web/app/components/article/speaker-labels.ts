import type { BodyPart } from '@klartext/contract'

/**
 * Which spoken lines are told with a name: none while one person speaks, as the text around says who; where several do,
 * each line whose speaker is another than that of the line before.
 * @returns one entry for every part, null where no name is shown
 */
export function speakerLabels(parts: readonly BodyPart[]): (string | null)[] {
  const speakers = new Set(parts.flatMap(part => part.type === 'dialogue' && part.speaker ? [part.speaker.id] : []))
  let last: string | null = null
  return parts.map((part) => {
    if (part.type !== 'dialogue' || !part.speaker || speakers.size < 2 || part.speaker.id === last)
      return null
    last = part.speaker.id
    return part.speaker.name
  })
}
