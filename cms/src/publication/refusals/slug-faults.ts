import type { Entry } from '../entries/entry-schemas'
import type { Publication } from '../publication'
import type { Fault } from './fault'
import { slugSchema } from '@klartext/contract'
import * as v from 'valibot'
import { siteLanguages } from '../languages'
import { findSlugOwner } from '../read-model/states'
import { uids } from '../subjects'
import { labelOf, nouns } from './labels'

/** A fault where the address an editor wrote is no address, or belongs to another public document. An empty one is made later. */
export async function slugFaults({ trx }: Publication, entry: Entry): Promise<Fault[]> {
  const { slug, type } = entry
  if (!slug)
    return []
  const label = labelOf(uids[type], 'slug')
  if (!v.is(slugSchema, slug))
    return [{ path: ['slug'], message: `${label}: ”${slug}” kan inte stå i en adress. Använd bara små bokstäver a–z, siffror och bindestreck mellan orden.` }]
  const languages = entry.type === 'article' ? [entry.locale] : siteLanguages
  for (const language of languages) {
    const owner = await findSlugOwner(trx, type, language, slug)
    if (owner !== null && owner !== entry.documentId)
      return [{ path: ['slug'], message: `${label}: ”${slug}” används redan av ${nouns[type].other}. Välj en annan adress.` }]
  }
  return []
}
