/** The languages that the site has pages in; the first is the one texts fall back to. */
export const siteLanguages = ['sv', 'en'] as const

export type SiteLanguage = (typeof siteLanguages)[number]

export const defaultLanguage: SiteLanguage = 'sv'

/** The `language` column of what has no language: a person in the log, a comment. */
export const noLanguage = ''

export function isSiteLanguage(language: string): language is SiteLanguage {
  return language === 'sv' || language === 'en'
}
