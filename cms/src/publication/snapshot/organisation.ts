import type { OrganisationEntry } from '../entries/entry-schemas'
import type { References } from './references'
import type { OrganisationSnapshot } from './schemas'
import { defaultLanguage } from '../languages'
import { fieldText } from '../text/typography'
import { createAnchors } from './anchors'
import { figureOf } from './figure'
import { isPublicUrl } from './public-url'
import { textParts } from './text-parts'

export type CompleteOrganisation = OrganisationEntry & { slug: string, name: string }

/** What becomes public of an organisation, member by member; whatever is not named here stays inside. */
export function organisationSnapshot(entry: CompleteOrganisation, references: References): OrganisationSnapshot {
  const language = defaultLanguage
  return {
    id: entry.documentId,
    type: 'organisation',
    slug: entry.slug,
    name: fieldText(entry.name, language) ?? '',
    kind: entry.kind ?? 'other',
    parent: entry.parent === null ? null : references.organisation(entry.parent),
    logo: entry.logo && figureOf(entry.logo, language),
    description: textParts(entry.description, { language, anchors: createAnchors() }),
    website: isPublicUrl(entry.website) ? entry.website : null,
    translations: entry.translations.map(text => ({
      language: text.language,
      description: textParts(text.description, { language: text.language, anchors: createAnchors() }),
    })),
  }
}
