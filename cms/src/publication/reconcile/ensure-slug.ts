import type { Entry } from '../entries/entry-schemas'
import type { Publication } from '../publication'
import { findSlugOwner } from '../read-model/states'
import { entryLanguage } from '../snapshot/entry-snapshot'
import { uids } from '../subjects'
import { slugOf } from '../text/slug'

/**
 * The slug of a row that is being published. Where the editor left it empty it is made from the title or the name, with a number
 * after it where that is taken, and written to the draft and the published row alike.
 */
export async function ensureSlug(publication: Publication, entry: Entry): Promise<string> {
  if (entry.slug)
    return entry.slug
  const slug = await freeSlug(publication, entry)
  await publication.strapi.db.query(uids[entry.type]).updateMany({
    where: entry.type === 'article' ? { documentId: entry.documentId, locale: entry.locale } : { documentId: entry.documentId },
    data: { slug },
  })
  return slug
}

async function freeSlug({ trx }: Publication, entry: Entry): Promise<string> {
  const words = slugOf((entry.type === 'article' ? entry.title : entry.name) ?? '') || `${entry.type}-${entry.documentId.slice(0, 8)}`
  let slug = words
  for (let number = 2; await isTaken(slug); number++)
    slug = `${words.slice(0, 190).replace(/-+$/, '')}-${number}`
  return slug

  async function isTaken(candidate: string): Promise<boolean> {
    const owner = await findSlugOwner(trx, entry.type, entryLanguage(entry), candidate)
    return owner !== null && owner !== entry.documentId
  }
}
