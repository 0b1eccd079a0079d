import type { Language } from './languages'
import type { SitePage } from './paths'
import { languages } from './languages'
import { pathPatterns } from './paths'

export interface MatchedPath {
  page: SitePage
  language: Language
  /** As they stand in the address, decoded; a parameter that cannot be decoded stays as it is. */
  parameters: Partial<Record<string, string>>
}

// Vue Router matches whatever the case, and with a slash at the end
const matchers = Object.entries(pathPatterns).flatMap(([page, patterns]) => languages.map(language => ({
  page: page as SitePage,
  language,
  expression: new RegExp(`^${patterns[language].replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`, 'i'),
})))

/** The page that an address leads to, as the router finds it; null where it leads to none. */
export function matchPath(address: string): MatchedPath | null {
  const path = address.split(/[?#]/, 1)[0] ?? ''
  for (const { page, language, expression } of matchers) {
    const found = expression.exec(path)
    if (found)
      return { page, language, parameters: Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, decoded(value)])) }
  }
  return null
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  }
  catch (error) {
    if (error instanceof URIError)
      return value
    throw error
  }
}
