import { readStatedInstant } from './stated-instant'

/** Who wrote a comment, and when if the line says so (instant in UTC). */
export interface CommentSignature { authorName: string, writtenAt: string | null }

const longestSignature = 250

const verb = '(?:skriver|skrev|säger|sade|sa|svarar|svarade|kommenterar|kommenterade|says|said|writes|wrote|replies|replied)'
const nameThenVerb = new RegExp(`^(.{1,120}?)\\s+${verb}(?!\\p{L})(.{0,80})$`, 'iu')
const dateThenVerb = new RegExp(`^(.{6,60}?)\\s+${verb}\\s+(.{1,120}?):?$`, 'iu')
const saidLast = new RegExp(`\\s+${verb}:?$`, 'iu')
const separator = /\s*[,|·–—-]\s*|\s+(?=den\s|on\s)/gu

/**
 * Reads the line above a comment that says who wrote it: `Louise skriver:`, `Louise Ek skriver: den 3 mars 2014`, `Anna
 * says: March 3, 2014 at 10:22 am`, `Louise, 2014-03-03`, `Louise den 3 mars 2014 skrev:`, `Den 3 mars 2014 skrev Louise:`. A name is one word, or up to five
 * with a capital each; behind the verb there is a colon, a date or both, and nothing else. A name alone
 * counts where a date alone stands on the next line. Null for every other line.
 * @param line the line
 * @param below the next line with text, if there is one
 */
export function readSignature(line: string, below?: string): CommentSignature | null {
  if (line.length > longestSignature)
    return null
  const text = line.replace(/^(?:Av|By|Från|From):?\s+(?=\p{Lu})/u, '')
  const said = nameThenVerb.exec(text)
  if (said && isName(said[1] ?? '')) {
    const date = (said[2] ?? '').trim().replace(/^:\s*/u, '').replace(/:$/u, '')
    const writtenAt = readStatedInstant(date)
    if (writtenAt !== null || (date === '' && text.endsWith(':')))
      return { authorName: said[1] ?? '', writtenAt }
  }
  const dated = dateThenVerb.exec(text)
  if (dated && isName(dated[2] ?? '')) {
    const writtenAt = readStatedInstant(dated[1] ?? '')
    if (writtenAt !== null)
      return { authorName: dated[2] ?? '', writtenAt }
  }
  const unsaid = text.replace(saidLast, '')
  for (const { index, 0: between } of unsaid.matchAll(separator)) {
    const authorName = unsaid.slice(0, index)
    const writtenAt = isName(authorName) ? readStatedInstant(unsaid.slice(index + between.length)) : null
    if (writtenAt !== null)
      return { authorName, writtenAt }
  }
  return below !== undefined && isName(line) && readStatedInstant(below) !== null ? { authorName: line, writtenAt: null } : null
}

const isName = (text: string): boolean =>
  text.length <= 120 && (/^[\p{L}\p{N}_.-]{1,40}$/u.test(text) ? /\p{L}/u.test(text) : /^\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|av|af|de|von|van|der)){1,4}$/u.test(text))
