import type { StatedDates } from './date-line'
import type { Placement } from './parsed-page'
import { writer } from './date-line'

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })

/**
 * Takes a line of dates into what the page has stated so far: each date counts where it stands first. The result says
 * in the report how the line was understood, with days by Stockholm's calendar.
 *
 * @param known what the page has stated so far
 * @param dates what the line states
 * @param line its text
 */
export function takeDates(known: StatedDates, dates: StatedDates | 'unreadable', line: string): Pick<Placement, 'became' | 'note'> {
  if (dates === 'unreadable')
    return { became: 'unplaced', note: 'datumet går inte att läsa' }
  const { publishedAt, updatedAt } = dates
  if ((publishedAt !== null && known.publishedAt !== null) || (updatedAt !== null && known.updatedAt !== null)) {
    const isRepeated = (publishedAt ?? known.publishedAt) === known.publishedAt && (updatedAt ?? known.updatedAt) === known.updatedAt
    return isRepeated ? { became: 'furniture', note: 'datumet en gång till' } : { became: 'unplaced', note: 'ett annat datum står redan högre upp' }
  }
  known.publishedAt ??= publishedAt
  known.updatedAt ??= updatedAt
  const stated = [['publicerad', publishedAt], ['ändrad', updatedAt]] as const
  const understood = stated.flatMap(([word, instant]) => instant === null ? [] : [`${word} ${day.format(new Date(instant))}`]).join(', ')
  return { became: 'date', note: writer.test(line) ? `${understood}; skribenten väljs i adminen` : understood }
}
