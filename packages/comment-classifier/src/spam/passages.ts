/** Words in a passage, and from the start of one to that of the next. Chosen by cross-validation, with spam put among honest paragraphs. */
const LENGTH = 24
const STEP = 12

/**
 * The passages of a long text, each overlapping the next by half, so that a line of spam stands nearly whole in one of them.
 *
 * @param text a comment, as it was sent in
 * @returns none for a text that is little longer than a passage
 */
export function passagesOf(text: string): string[] {
  const words = text.split(/\s+/).filter(word => word !== '')
  if (words.length <= LENGTH + STEP / 2)
    return []
  const last = words.length - LENGTH
  return Array.from({ length: Math.ceil(last / STEP) + 1 }, (_, at) => Math.min(at * STEP, last))
    .map(from => words.slice(from, from + LENGTH).join(' '))
}
