import type { ReferenceTarget } from '../snapshot/references'
import type { Entry } from './entry-schemas'

const targets = (type: ReferenceTarget['type'], ids: readonly (string | null)[]): ReferenceTarget[] =>
  ids.flatMap(id => id === null ? [] : [{ type, id }])

/** Whom and what a row of Strapi's names, each as often as it does. */
export function entryTargets(entry: Entry): ReferenceTarget[] {
  switch (entry.type) {
    case 'article': {
      const speakers = entry.body.map(part => part.__component === 'body.text' ? part.speaker : null)
      return [
        ...targets('person', [...entry.authors, ...entry.subjects, ...speakers]),
        ...targets('organisation', [...entry.organisations, entry.publisher]),
        ...targets('topic', entry.topics),
      ]
    }
    case 'person':
      return targets('organisation', [entry.organisation])
    case 'organisation':
      return targets('organisation', [entry.parent])
    case 'topic':
      return []
  }
}
