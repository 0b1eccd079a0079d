import type { OrganisationEntry } from '../entries/entry-schemas'
import type { Publication } from '../publication'
import type { Fault } from './fault'
import { defaultLanguage } from '../languages'
import { readPublicSnapshots } from '../read-model/public-snapshots'
import { uids } from '../subjects'
import { labelOf, quoted } from './labels'

/** A fault where an organisation would stand above itself; whatever stands above it is public, so the public chain tells. */
export async function parentFaults({ trx }: Publication, entry: OrganisationEntry): Promise<Fault[]> {
  const chain = [entry.name]
  let above = entry.parent
  while (above !== null && above !== entry.documentId) {
    const [organisation] = await readPublicSnapshots(trx, [{ type: 'organisation', id: above }], defaultLanguage)
    chain.push(organisation?.type === 'organisation' ? organisation.name : null)
    above = organisation?.type === 'organisation' ? organisation.parent?.id ?? null : null
  }
  if (above === null)
    return []
  const label = labelOf(uids.organisation, 'parent')
  return [{ path: ['parent'], message: `${label}: Organisationen kan inte stå över sig själv (${[...chain, entry.name].map(quoted).join(' hör till ')}). Välj en annan organisation.` }]
}
