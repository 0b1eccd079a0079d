import type { OrganisationEntry, PersonEntry, TopicEntry } from '../entries/entry-schemas'
import type { Fault } from './fault'
import { isPublicUrl } from '../snapshot/public-url'
import { uids } from '../subjects'
import { figureFaults } from './figure-faults'
import { labelOf } from './labels'
import { textFaults } from './text-faults'

/** What a person, an organisation or a topic lacks of its own. */
export function profileFaults(entry: PersonEntry | OrganisationEntry | TopicEntry): Fault[] {
  const label = (field: string): string => labelOf(uids[entry.type], field)
  const named: Fault[] = entry.name?.trim() ? [] : [{ path: ['name'], message: `${label('name')}: Skriv ett namn.` }]
  const texts = (field: string, blocks: unknown): Fault[] => textFaults(blocks, { path: [field], name: label(field) })
  const translated = <T>(items: readonly T[], field: string, blocksOf: (item: T) => unknown): Fault[] =>
    items.flatMap((item, index) => textFaults(blocksOf(item), { path: ['translations', index, field], name: label('translations') }))
  switch (entry.type) {
    case 'person':
      return [
        ...named,
        ...entry.portrait ? figureFaults(entry.portrait, { path: ['portrait'], name: label('portrait') }) : [],
        ...texts('bio', entry.bio),
        ...entry.links.flatMap((link, index) => isPublicUrl(link.url) ? [] : [badUrl(['links', index, 'url'], label('links'), link.url)]),
        ...translated(entry.translations, 'bio', text => text.bio),
      ]
    case 'organisation':
      return [
        ...named,
        ...entry.logo ? figureFaults(entry.logo, { path: ['logo'], name: label('logo') }) : [],
        ...texts('description', entry.description),
        ...entry.website?.trim() && !isPublicUrl(entry.website) ? [badUrl(['website'], label('website'), entry.website)] : [],
        ...translated(entry.translations, 'description', text => text.description),
      ]
    case 'topic':
      return named
  }
}

const badUrl = (path: Fault['path'], label: string, url: string | null): Fault =>
  ({ path, message: `${label}: ”${url ?? ''}” är ingen webbadress. Skriv hela adressen, med https:// först.` })
