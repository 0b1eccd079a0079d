const relative = new Intl.RelativeTimeFormat('sv', { numeric: 'always' })
const instant = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Stockholm' })

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago something was, such as "för 3 dagar sedan"; whole units that have passed. */
export function ageInWords(at: string, now: number): string {
  const passed = Math.max(0, now - Date.parse(at))
  if (passed < minute)
    return 'alldeles nyss'
  if (passed < hour)
    return relative.format(-Math.floor(passed / minute), 'minute')
  if (passed < day)
    return relative.format(-Math.floor(passed / hour), 'hour')
  if (passed < 60 * day)
    return relative.format(-Math.floor(passed / day), 'day')
  if (passed < 730 * day)
    return relative.format(-Math.floor(passed / (30.44 * day)), 'month')
  return relative.format(-Math.floor(passed / (365.25 * day)), 'year')
}

/** A day and a time of day in Sweden, such as "27 november 2026 kl. 14:05". */
export const instantInWords = (at: string): string => instant.format(new Date(at))

/** Said, beside the colour, of what has waited longer than it should. */
export const overdueInWords = (days: number): string => days === 1 ? 'Har väntat mer än 1 dag' : `Har väntat mer än ${days} dagar`
