import * as v from 'valibot'

/** A document's lasting identity (Strapi's documentId): 8 to 40 lower-case letters and digits, 24 where Strapi made it. */
export const idSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/, 'must be a document id'))

/** The last part of an address: lower-case ASCII words with hyphens. */
export const slugSchema = v.pipe(v.string(), v.maxLength(200), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens'))

/** A language tag such as `sv` or `en`. */
export const languageSchema = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, 'must be a language tag such as sv or en'))

const isInCalendar = (value: string) => {
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value.slice(0, 10))
}

/** A day of the calendar: `2026-05-01`. */
export const daySchema = v.pipe(v.string(), v.isoDate('must be a day such as 2026-05-01'), v.check(isInCalendar, 'must be a day of the calendar'))

/** An instant, ISO 8601 as RFC 3339 narrows it: `T` between day and time, seconds, and `Z` or an offset with a colon. */
export const instantSchema = v.pipe(
  v.string(),
  v.isoTimestamp('must be an instant such as 2026-05-01T10:30:00+02:00'),
  v.regex(/T[^ ]*(?:Z|[+-]\d{2}:\d{2})$/, 'must be an instant such as 2026-05-01T10:30:00+02:00'),
  v.check(isInCalendar, 'must be a day of the calendar'),
)

/** An absolute http(s) address. */
export const urlSchema = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//i, 'must be an http or https address'))

/** SHA-256 in lower-case hex. */
export const digestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex'))

/** A whole number, zero or more. */
export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A whole number, one or more. */
export const ordinalSchema = v.pipe(v.number(), v.integer(), v.minValue(1))

/** Named addresses that belong to a document, such as `self` and `versions`. */
export const linksSchema = v.record(v.string(), v.nullable(urlSchema))

export type Language = v.InferOutput<typeof languageSchema>
export type Links = v.InferOutput<typeof linksSchema>
