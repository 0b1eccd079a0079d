import type { ArticleSummary } from '@klartext/contract'
import { faceOf } from '../list/face'

/** What stands side by side: faces, words, or a face beside words. */
export interface Spread {
  faces: ArticleSummary[]
  words: ArticleSummary[]
}

export interface FrontPage {
  lead: ArticleSummary | null
  spreads: Spread[]
}

const wordsASpread = 2
const facesARow = 3

/**
 * Edits the latest texts into a front page: the first that has a picture leads, then a face beside two texts in words,
 * then a row of faces where there are many, and so on in turn.
 * @param articles latest first; every one of them is on the page once
 */
export function editFrontPage(articles: readonly ArticleSummary[]): FrontPage {
  const lead = articles.find(({ cover }) => cover?.src) ?? articles[0] ?? null
  const rest = articles.filter(article => article !== lead)
  const faces = rest.filter(article => faceOf(article))
  const words = rest.filter(article => !faceOf(article))
  const spreads: Spread[] = []
  while (faces.length > 0 || words.length > 0) {
    spreads.push({ faces: faces.splice(0, words.length > 0 ? 1 : facesARow), words: words.splice(0, wordsASpread) })
    if (faces.length >= facesARow && faces.length > words.length)
      spreads.push({ faces: faces.splice(0, facesARow), words: [] })
  }
  return { lead, spreads }
}
