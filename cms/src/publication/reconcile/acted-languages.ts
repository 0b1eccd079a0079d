import * as v from 'valibot'

const rowSchema = v.object({ locale: v.string() })
const rowsSchema = v.object({ entries: v.array(rowSchema) })

/** The languages of the rows that a call of the document service gave back; null when it does not say, or they have none. */
export function actedLanguages(result: unknown): string[] | null {
  const many = v.safeParse(rowsSchema, result)
  if (many.success)
    return many.output.entries.map(entry => entry.locale)
  const one = v.safeParse(rowSchema, result)
  return one.success ? [one.output.locale] : null
}

/**
 * Whether a call that asks for a `locale` (one, several, `*` for all, none for the default) acts on a language.
 * @param locale as it was asked for
 * @param language of a row
 * @param defaultLocale that Strapi takes when none is asked for
 */
export function actsOn(locale: unknown, language: string, defaultLocale: string): boolean {
  if (locale === '*')
    return true
  const several: unknown[] = Array.isArray(locale) ? locale : [locale]
  const stated = several.filter(Boolean)
  return stated.length === 0 ? language === defaultLocale : stated.includes(language)
}
