import { stockholmInstant } from './stockholm-time'

const swedishMonths = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december']
const englishMonths = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

const monthName = '([a-zå]{3,9})\\.?'
const year = '((?:19|20)\\d{2})'
const weekday = '(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\\.?,?\\s+'
const time = '(?:[\\s,T]+(?:kl(?:ockan)?\\.?\\s*|at\\s+|@\\s*)?(\\d{1,2})[:.](\\d{2})(?::\\d{2})?(?:\\s*([ap])\\.?m\\.?)?)?'

const compile = (day: string): RegExp => new RegExp(`^(?:${weekday})?(?:den\\s+|on\\s+)?${day}${time}\\.?$`, 'iu')

const forms: { pattern: RegExp, order: ('year' | 'month' | 'day')[] }[] = [
  { pattern: compile(`${year}[-/.](\\d{1,2})[-/.](\\d{1,2})`), order: ['year', 'month', 'day'] },
  { pattern: compile(`(\\d{1,2})(?::e|:a|st|nd|rd|th)?\\s+${monthName},?\\s+${year}`), order: ['day', 'month', 'year'] },
  { pattern: compile(`${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${year}`), order: ['month', 'day', 'year'] },
  { pattern: compile(`(\\d{1,2})\\.(\\d{1,2})\\.${year}`), order: ['day', 'month', 'year'] },
  { pattern: compile(`(\\d{1,2})/(\\d{1,2})\\s+${year}`), order: ['day', 'month', 'year'] },
]

/**
 * Reads a date as Swedish and English pages state it: `2 december 2014`, `den 2 dec. 2014 kl. 10.15`, `December 2, 2014
 * at 10:15 am`, `2014-12-02`, `2.12.2014`, `2/12 2014`. `2/12/2014` is not read, since it means two different days.
 *
 * @returns the instant in UTC by Stockholm's clock. A day without a time becomes noon: the day then stays right in
 * every time zone a page may be read in. Null where the text is not a date, or names a day that does not exist.
 */
export function readStatedInstant(text: string): string | null {
  const plain = text.replace(/\s+/gu, ' ').trim()
  for (const { pattern, order } of forms) {
    const match = pattern.exec(plain)
    if (!match)
      continue
    const field = (name: 'year' | 'month' | 'day'): string => match[order.indexOf(name) + 1] ?? ''
    const month = monthNumber(field('month'))
    const clock = readClock(match[4], match[5], match[6])
    if (month !== null && clock !== null)
      return stockholmInstant({ year: Number(field('year')), month, day: Number(field('day')), ...clock })
  }
  return null
}

function monthNumber(name: string): number | null {
  if (/^\d+$/.test(name))
    return Number(name)
  const lower = name.toLowerCase()
  for (const names of [swedishMonths, englishMonths]) {
    const index = names.findIndex(month => month === lower || month.slice(0, 3) === lower || (lower === 'sept' && month === 'september'))
    if (index >= 0)
      return index + 1
  }
  return null
}

function readClock(hour: string | undefined, minute: string | undefined, half: string | undefined): { hour: number, minute: number } | null {
  if (hour === undefined || minute === undefined)
    return { hour: 12, minute: 0 }
  if (half === undefined)
    return { hour: Number(hour), minute: Number(minute) }
  if (Number(hour) < 1 || Number(hour) > 12)
    return null
  return { hour: Number(hour) % 12 + (half.toLowerCase() === 'p' ? 12 : 0), minute: Number(minute) }
}
