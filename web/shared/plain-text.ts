const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: '\u00A0' }

/** The text of safe HTML from the API, blocks and line breaks as spaces. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex || decimal)
        return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
      return entities[name ?? ''] ?? whole
    })
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/**
 * The opening of safe HTML as plain text.
 * @param length the most characters; a longer text is cut after a word and ends in an ellipsis
 */
export function excerptOf(html: string, length: number): string {
  const text = textOf(html)
  if (text.length <= length)
    return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:–-]+$/, '')} …`
}
