import slugify from '@sindresorhus/slugify'
import articleSchema from '../../api/article/content-types/article/schema.json'

/** The replacements of Strapi's own slug field, so that a slug made here is the one the admin would have made. */
const replacements = articleSchema.attributes.slug.options.customReplacements.map(([from = '', to = '']): [string, string] => [from, to])

/** Longest slug that the contract and the tables hold. */
const maxLength = 200

/**
 * The slug of a title or a name: lower-case ASCII words with hyphens, Swedish letters without their marks
 * (`Överträdelse på räksmörgås` → `overtradelse-pa-raksmorgas`).
 * @returns '' when the text holds no letter or digit that has a form in ASCII
 */
export function slugOf(text: string): string {
  const slug = slugify(text, { customReplacements: replacements }).replace(/[^a-z0-9-]/g, '')
  return slug.length <= maxLength ? slug : slug.slice(0, maxLength + 1).replace(/-[^-]*$/, '').slice(0, maxLength)
}
