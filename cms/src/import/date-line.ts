import { readStatedInstant } from './stated-instant'

/** What a line of dates says; at least one of the two is stated. */
export interface StatedDates { publishedAt: string | null, updatedAt: string | null }

const longestDateLine = 250

const published = /^(?:först\s+)?(?:publicera(?:d|t|des)|publiceringsdatum|publiceringsdag|skapad|upplagd|first published|published|posted|created|publication date)(?:\s+on)?\b/iu
const updated = /^(?:sidan\s+|artikeln\s+|texten\s+|innehållet\s+)?(?:senast\s+|last\s+|page\s+)*(?:ändra(?:d|t|des)|uppdatera(?:d|t|des)|ändringsdatum|updated|changed|modified|edited)(?:\s+on)?\b/iu

/** Who published or changed the page, behind the date. */
export const writer = /\s+(?:av|by)\s+\p{Lu}[\p{L}.’' -]{1,80}$/u

/**
 * Reads a line that states when the page was published or changed, such as `- Ändrad: 2 december 2014`, `Senast
 * uppdaterad 2014-12-02` `Publicerad 1 mars 2014 | Ändrad 3 mars 2014` or `Posted on
 * March 1, 2014 by Anna Ek`.
 *
 * @returns null where the line is not made of such statements alone; `'unreadable'` where a label is followed by a
 * colon and something that is no date.
 */
export function readDateLine(line: string): StatedDates | 'unreadable' | null {
  const text = line.replace(/^[-–—•·*]\s*/u, '')
  if (text.length > longestDateLine || !(published.test(text) || updated.test(text)))
    return null
  const dates: StatedDates = { publishedAt: null, updatedAt: null }
  let unreadable = false
  for (const statement of text.split(/\s*[|;·•]\s*|\s+[-–—]\s+(?=\p{L})|,\s+(?=(?:senast|ändrad|uppdaterad|publicerad|last|updated|changed|modified|published)\b)/iu)) {
    const label = published.exec(statement) ?? updated.exec(statement)
    if (!label)
      return null
    const rest = statement.slice(label[0].length)
    const instant = readStatedInstant(rest.replace(/^\s*:?\s*/u, '').replace(writer, ''))
    const field = published.test(statement) ? 'publishedAt' : 'updatedAt'
    if (instant === null && (!/^\s*:/u.test(rest) || rest.length > 60))
      return null
    unreadable ||= instant === null
    dates[field] ??= instant
  }
  return unreadable ? 'unreadable' : dates
}

/** A date alone on its line, which is how many pages state when they were published; or null. */
export const readBareDate = (line: string): string | null => readStatedInstant(line.replace(/^[-–—•·*]\s*/u, ''))
