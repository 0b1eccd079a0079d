import type { Entry } from '../entries/entry-schemas'
import type { References } from './references'
import type { Snapshot } from './schemas'
import { articleSnapshot } from './article'
import { organisationSnapshot } from './organisation'
import { personSnapshot } from './person'
import { topicSnapshot } from './topic'

/**
 * What becomes public of a row of Strapi's.
 * @param entry the row
 * @param slug its address; the row's own may still be empty
 * @param references in the row's language
 * @throws Error when the row lacks what publishing demands: it must have been refused before
 */
export function entrySnapshot(entry: Entry, slug: string, references: References): Snapshot {
  if (entry.type === 'article') {
    const { title, kind } = entry
    if (title === null || kind === null)
      throw new Error(`The article ${entry.documentId} has no title or no kind.`)
    return articleSnapshot({ ...entry, slug, title, kind }, references)
  }
  if (entry.name === null)
    throw new Error(`The ${entry.type} ${entry.documentId} has no name.`)
  switch (entry.type) {
    case 'person':
      return personSnapshot({ ...entry, slug, name: entry.name }, references)
    case 'organisation':
      return organisationSnapshot({ ...entry, slug, name: entry.name }, references)
    case 'topic':
      return topicSnapshot({ ...entry, slug, name: entry.name })
  }
}

/** The language of a row: an article's own, Swedish for everything else. */
export const entryLanguage = (entry: Entry): string => entry.type === 'article' ? entry.locale : 'sv'
