import * as v from 'valibot'

/** A document's lasting identity (Strapi's documentId): 24 lower-case letters and digits. */
export const idSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/, 'must be a document id'))

/** The last part of an address: lower-case ASCII words with hyphens. */
export const slugSchema = v.pipe(v.string(), v.maxLength(200), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens'))

/** A language tag such as `sv` or `en`. */
export const languageSchema = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, 'must be a language tag such as sv or en'))

/** An instant, ISO 8601 with offset or Z. */
export const instantSchema = v.pipe(v.string(), v.isoTimestamp('must be an ISO 8601 instant with offset'))

/** An absolute http(s) address. */
export const urlSchema = v.pipe(v.string(), v.url(), v.regex(/^https?:/i, 'must be an http or https address'))

/** SHA-256 in lower-case hex. */
export const digestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex'))

/** A whole number, zero or more. */
export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Named addresses that belong to a document, such as `self` and `versions`. */
export const linksSchema = v.record(v.string(), v.nullable(urlSchema))

export type Language = v.InferOutput<typeof languageSchema>
export type Links = v.InferOutput<typeof linksSchema>
