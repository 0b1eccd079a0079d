import type { Language } from '#shared/languages'
import type { SitePage } from '#shared/paths'
import { pathPatterns } from '#shared/paths'

/** Pages with a form are made for one reader, or for one moment. */
const notAhead = ['write', 'report', 'sender', 'myData', 'myDataLink'] as const satisfies readonly SitePage[]

/**
 * Lets a browser fetch the page that a reader is about to open: a link that the pointer rests on, or that is being pressed. Only pages
 * for reading, and only their HTML: a page has all it needs in one flight, and pictures are not fetched for a page that nobody opens.
 * The text is one and the same on all pages of a language, so that a content security policy can name its hash.
 */
export function speculationRules(language: Language): { type: 'speculationrules', innerHTML: string } {
  const excluded = notAhead.map(page => pathPatterns[page][language].replaceAll(/:\w+/g, '*'))
  return {
    type: 'speculationrules',
    innerHTML: JSON.stringify({
      prefetch: [{
        where: { and: [{ href_matches: '/*' }, { not: { href_matches: excluded } }] },
        eagerness: 'moderate',
      }],
    }),
  }
}
