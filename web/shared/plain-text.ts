const entities = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: '\u00A0' }))

/** The text of safe HTML from the API, blocks and line breaks as spaces. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex || decimal)
        return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
      return entities.get(name ?? '') ?? whole
    })
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The opening of a plain text, at most `length` characters; a longer text is cut after a word and ends in an ellipsis. */
export function excerptOf(text: string, length: number): string {
  if (text.length <= length)
    return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:–-]+$/, '')} …`
}

/**
 * The sentence of a reader's text that asks: the first that ends in a question mark, else the opening.
 * @param html safe HTML from the API
 * @param length the most characters
 */
export function questionOf(html: string, length: number): string {
  const sentences = textOf(html).split(/(?<=[.!?][”"]?) /)
  return excerptOf(sentences.find(sentence => /\?[”"]?$/.test(sentence)) ?? sentences.join(' '), length)
}
