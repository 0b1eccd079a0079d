import type { PersonEntry } from '../entries/entry-schemas'
import type { References } from './references'
import type { PersonSnapshot } from './schemas'
import { defaultLanguage } from '../languages'
import { fieldText } from '../text/typography'
import { createAnchors } from './anchors'
import { figureOf } from './figure'
import { isPublicUrl } from './public-url'
import { textParts } from './text-parts'

export type CompletePerson = PersonEntry & { slug: string, name: string }

/** What becomes public of a person, member by member; whatever is not named here stays inside. */
export function personSnapshot(entry: CompletePerson, references: References): PersonSnapshot {
  const language = defaultLanguage
  return {
    id: entry.documentId,
    type: 'person',
    slug: entry.slug,
    name: fieldText(entry.name, language) ?? '',
    role: fieldText(entry.role, language),
    organisation: entry.organisation === null ? null : references.organisation(entry.organisation),
    portrait: entry.portrait && figureOf(entry.portrait, language),
    bio: textParts(entry.bio, { language, anchors: createAnchors() }),
    links: entry.links.flatMap(({ label, url }) => isPublicUrl(url) ? [{ label: fieldText(label, language) ?? url, url }] : []),
    translations: entry.translations.map(text => ({
      language: text.language,
      role: fieldText(text.role, text.language),
      bio: textParts(text.bio, { language: text.language, anchors: createAnchors() }),
    })),
  }
}
