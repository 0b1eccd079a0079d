/**
 * Whether a text was public elsewhere before its first version here: its stated date is earlier, or nobody knows it.
 * @param firstPublishedAt when the text says that it was first published
 * @param firstVersionAt when its first version was published here
 */
export function isMoved(firstPublishedAt: string | null, firstVersionAt: string): boolean {
  return firstPublishedAt === null || Date.parse(firstPublishedAt) < Date.parse(firstVersionAt)
}
