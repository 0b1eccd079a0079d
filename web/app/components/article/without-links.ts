import type { Inline, Text } from '@klartext/contract'

/** The same text without its links, for a place that is a link itself. */
export function withoutLinks(parts: readonly Inline[]): Text[] {
  return parts.flatMap(part => part.type === 'link' ? part.children : [part])
}
