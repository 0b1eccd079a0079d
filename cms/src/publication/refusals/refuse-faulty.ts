import type { Entry } from '../entries/entry-schemas'
import type { Publication } from '../publication'
import type { Fault } from './fault'
import { entryTargets } from '../entries/entry-targets'
import { articleFaults } from './article-faults'
import { refusal } from './fault'
import { nouns, quoted } from './labels'
import { parentFaults } from './parent-faults'
import { profileFaults } from './profile-faults'
import { readKnownTargets } from './public-targets'
import { relationFaults } from './relation-faults'
import { slugFaults } from './slug-faults'

/**
 * Refuses the publication of drafts that have a fault; all faults of an entry are collected.
 * @param publication what the work runs in
 * @param drafts the rows that are about to be published, as they stand in the admin
 * @throws ValidationError in Swedish, with each fault at its field
 */
export async function refuseFaulty(publication: Publication, drafts: readonly Entry[]): Promise<void> {
  for (const draft of drafts) {
    const faults = await faultsOf(publication, draft)
    if (faults.length > 0) {
      const name = draft.type === 'article' ? draft.title : draft.name
      throw refusal(`${nouns[draft.type].definite} ${quoted(name)} kan inte publiceras.`, faults)
    }
  }
}

async function faultsOf(publication: Publication, draft: Entry): Promise<Fault[]> {
  const known = await readKnownTargets(publication, entryTargets(draft))
  const own = draft.type === 'article' ? articleFaults(draft) : profileFaults(draft)
  const parent = draft.type === 'organisation' ? await parentFaults(publication, draft) : []
  return [...own, ...relationFaults(draft, known), ...parent, ...await slugFaults(publication, draft)]
}
