import type { ArticleSummary, Figure } from '@klartext/contract'

/** The face of a profile in a list: the portrait of whom it is about, else its main picture; null for an essay or where the file is missing. */
export function faceOf(article: ArticleSummary): Figure | null {
  if (article.kind !== 'profile')
    return null
  const candidates = [article.subjects[0]?.portrait, article.cover]
  return candidates.find(figure => figure?.src) ?? null
}
