import type { Snapshot } from '../snapshot/schemas'
import { siteLanguages } from '../languages'
import { canonicalJson } from '../log/canonical-json'
import { onlyIds, organisationLink, personLink, topicLink } from '../snapshot/references'

/** Whether others show the same of both: what names a person, an organisation or a topic, and the comments of an article's authors. */
export function isShownAlike(before: Snapshot, now: Snapshot): boolean {
  return siteLanguages.every(language => shown(before, language) === shown(now, language))
}

function shown(snapshot: Snapshot, language: string): string {
  switch (snapshot.type) {
    case 'person':
      // an organisation that was renamed since has been shown anew by its own publication
      return canonicalJson(personLink(snapshot, language, snapshot.organisation && onlyIds.organisation(snapshot.organisation.id)))
    case 'organisation':
      return canonicalJson(organisationLink(snapshot, language))
    case 'topic':
      return canonicalJson(topicLink(snapshot, language))
    case 'article':
      return snapshot.authors.map(author => author.id).sort().join()
  }
}
