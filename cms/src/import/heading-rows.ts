import type { BodyRow } from './body-rows'
import type { MarkedRole } from './list-rows'
import { holdsSeveralSentences, wordCount } from './sentence-shape'

export type ResolvedRole = Exclude<MarkedRole, { is: 'plain' }> | { is: 'heading' } | { is: 'paragraph' }

const longestHeading = 80
const longestHeadingWords = 12
const longestQuestionWords = 8

/**
 * Could this line be a subheading, by itself: at most 80 characters and 12 words in one sentence, opening with a
 * capital or a digit, without a full stop, comma, colon or semicolon at its end. One that ends in a question mark,
 * exclamation mark or ellipsis has at most 8 words. Bylines, sources, addresses and signatures are none.
 */
export function looksLikeHeading(text: string): boolean {
  const plain = text.replace(/^\d{1,3}[.)]\s+/u, '')
  if (text.length > longestHeading || wordCount(text) > longestHeadingWords || !/^["“”’»«(]?[\p{Lu}\p{N}]/u.test(plain))
    return false
  if (/[.,:;]["”’»)]*$/u.test(plain) && !/\.{3}$/.test(plain))
    return false
  if (/(?:[?!…]|\.{3})["”’»)]*$/u.test(plain) && wordCount(plain) > longestQuestionWords)
    return false
  return !holdsSeveralSentences(plain) && !isByline(plain) && !/@|https?:\/\/|www\./u.test(plain)
}

const isByline = (text: string): boolean => /^(?:Av|By|Text|Text och foto|Källa|Källor|Kontakt|Skribent|Författare|Publicerad av)[: ]\s*\p{Lu}/u.test(text)

/**
 * Tells subheadings from paragraphs. A line that looks like one is a subheading when a blank line stands above it
 * (where the page has blank lines at all) and text follows: a paragraph, a list, a spoken line or a picture. Of three
 * or more such lines in a row only the last is one: the others are a list without marks. Two such lines without a blank
 * line between are an address or the like, no subheading.
 */
export function resolveHeadings(rows: BodyRow<MarkedRole>[]): BodyRow<ResolvedRole>[] {
  const shown = rows.filter(row => row.role.is !== 'furniture')
  const isSpaced = shown.slice(1).some(row => row.line.afterBlank)
  const isCandidate = (row: BodyRow<MarkedRole>, below: BodyRow<MarkedRole> | undefined): boolean => {
    if (row.role.is !== 'plain' || !looksLikeHeading(row.line.text))
      return false
    const opensBlockOfShortLines = below?.role.is === 'plain' && !below.line.afterBlank && looksLikeHeading(below.line.text)
    return !isSpaced || (row.line.afterBlank && !opensBlockOfShortLines)
  }
  const headings = new Set<BodyRow<MarkedRole>>()
  let run: BodyRow<MarkedRole>[] = []
  for (const [index, row] of shown.entries()) {
    if (isCandidate(row, shown[index + 1])) {
      run.push(row)
      continue
    }
    for (const heading of run.length > 2 ? run.slice(-1) : run)
      headings.add(heading)
    run = []
  }
  return rows.map(row => ({ line: row.line, role: row.role.is === 'plain' ? { is: headings.has(row) ? 'heading' : 'paragraph' } : row.role }))
}
