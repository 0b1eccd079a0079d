const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Stockholm',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

const hourLength = 3_600_000

/** A day of the calendar and a time of that day, as a clock in Stockholm shows them. */
export interface WallTime { year: number, month: number, day: number, hour: number, minute: number }

/**
 * The instant at which a clock in Stockholm shows this time, ISO 8601 in UTC; null for a day or time that does not exist.
 * In the hour that comes twice in autumn it is the first one; a time that spring skips is read as an hour later.
 */
export function stockholmInstant({ year, month, day, hour, minute }: WallTime): string | null {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute)
  const calendar = new Date(asUtc)
  if (hour > 23 || minute > 59 || calendar.getUTCMonth() !== month - 1 || calendar.getUTCDate() !== day)
    return null
  const before = asUtc - offsetAt(asUtc - 3 * hourLength)
  const after = asUtc - offsetAt(asUtc + 3 * hourLength)
  const instant = before + offsetAt(before) !== asUtc && after + offsetAt(after) === asUtc ? after : before
  return new Date(instant).toISOString()
}

/** How far Stockholm's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number): number {
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(instant / 1000) * 1000
}
