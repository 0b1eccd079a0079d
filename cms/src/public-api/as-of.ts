const zone = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' })
const lastInstant = '9999-12-31T23:59:59.999Z'

/**
 * The last instant that an `asOf` includes: the instant itself, or the end of the day in Stockholm.
 * @param asOf a day (`2026-05-01`) or an instant with an offset, as the query schema let through
 * @returns ISO 8601 in UTC with milliseconds, as the publication log writes its instants
 */
export function lastInstantOf(asOf: string): string {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? endOfDayInStockholm(asOf) : new Date(asOf)
  // a year of five digits would sort before all others
  return end.getTime() > Date.parse(lastInstant) ? lastInstant : end.toISOString()
}

function endOfDayInStockholm(day: string): Date {
  const midnightInUtc = new Date(`${day}T00:00:00.000Z`)
  midnightInUtc.setUTCDate(midnightInUtc.getUTCDate() + 1)
  // clocks change at 01:00 UTC, so one hour before midnight UTC the offset is that of midnight in Stockholm
  const offset = offsetMinutes(new Date(midnightInUtc.getTime() - 3_600_000))
  return new Date(midnightInUtc.getTime() - offset * 60_000 - 1)
}

function offsetMinutes(instant: Date): number {
  const name = zone.formatToParts(instant).find(part => part.type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /^GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}
