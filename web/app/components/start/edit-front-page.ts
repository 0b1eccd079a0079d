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

const wordsASpread = 3
const facesARow = 3

/** How many of `count` faces stand in the next row, so that none is left alone in a row of its own. */
const rowOf = (count: number) => count === facesARow + 1 ? 2 : Math.min(facesARow, count)

/**
 * Edits the latest texts into a front page: the first that has a picture leads, then a face beside texts in words,
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
    spreads.push({ faces: faces.splice(0, words.length > 0 ? 1 : rowOf(faces.length)), words: words.splice(0, wordsASpread) })
    const spare = faces.length - Math.ceil(words.length / wordsASpread)
    if (words.length > 0 && spare > 1)
      spreads.push({ faces: faces.splice(0, rowOf(spare)), words: [] })
  }
  return { lead, spreads }
}
