/** The languages of the interface. Swedish is the default and lives without a prefix. */
export const languages = ['sv', 'en'] as const

export type Language = (typeof languages)[number]

export const defaultLanguage: Language = 'sv'

/** True for a language that the interface speaks. */
export function isLanguage(value: unknown): value is Language {
  const known: readonly unknown[] = languages
  return known.includes(value)
}

/** The other language of the two. */
export function otherLanguage(language: Language): Language {
  return language === 'sv' ? 'en' : 'sv'
}
