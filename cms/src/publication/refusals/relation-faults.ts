import type { Entry } from '../entries/entry-schemas'
import type { ReferenceTarget } from '../snapshot/references'
import type { Fault } from './fault'
import type { KnownTargets } from './public-targets'
import { uids } from '../subjects'
import { labelOf, nouns } from './labels'

interface Naming {
  path: Fault['path']
  label: string
  target: ReferenceTarget
}

/** A fault for each person, organisation and topic that the entry names and that is not public, at the field that names it. */
export function relationFaults(entry: Entry, { isPublic, nameOf }: KnownTargets): Fault[] {
  return namings(entry).filter(({ target }) => !isPublic(target)).map(({ path, label, target }) => ({
    path,
    message: `${label}: ${nouns[target.type].definite} ${nameOf(target)} är inte ${nouns[target.type].published}. Publicera ${nouns[target.type].inside} först, eller ta bort ${nouns[target.type].pronoun} ur fältet.`,
  }))
}

function namings(entry: Entry): Naming[] {
  const field = (name: string, type: ReferenceTarget['type'], ids: readonly (string | null)[]): Naming[] =>
    ids.flatMap(id => id === null ? [] : [{ path: [name], label: labelOf(uids[entry.type], name), target: { type, id } }])
  switch (entry.type) {
    case 'article':
      return [
        ...field('authors', 'person', entry.authors),
        ...field('subjects', 'person', entry.subjects),
        ...field('organisations', 'organisation', entry.organisations),
        ...field('publisher', 'organisation', [entry.publisher]),
        ...field('topics', 'topic', entry.topics),
        ...entry.body.flatMap((part, index): Naming[] => part.__component === 'body.text' && part.speaker !== null
          ? [{ path: ['body', index, 'speaker'], label: `Brödtext, del ${index + 1}, ${labelOf('body.text', 'speaker')}`, target: { type: 'person', id: part.speaker } }]
          : []),
      ]
    case 'person':
      return field('organisation', 'organisation', [entry.organisation])
    case 'organisation':
      return field('parent', 'organisation', [entry.parent])
    case 'topic':
      return []
  }
}
