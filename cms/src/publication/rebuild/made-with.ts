import type { ReadDatabase } from '../../public-api/read/read-database'
import type { Publication } from '../publication'
import * as v from 'valibot'
import { canonicalJson } from '../log/canonical-json'

/** Raise it when the same log and comments make another read model, so that the next start makes every answer anew. */
const shape = 5

const settingName = 'read-model-made-with'

const madeWith = ({ addresses: { siteUrl, cmsUrl } }: Publication): string => canonicalJson({ siteUrl, cmsUrl, shape })

/** Notes what the read model was made with. */
export async function writeMadeWith(publication: Publication): Promise<void> {
  await publication.trx('publication_setting').insert({ name: settingName, value: madeWith(publication) }).onConflict('name').merge()
}

/** Whether the read model was made with the addresses and in the shape of this CMS. */
export async function isMadeAsNow(publication: Publication): Promise<boolean> {
  const row: unknown = await publication.trx('publication_setting').where({ name: settingName }).first()
  return row !== undefined && v.parse(v.object({ value: v.string() }), row).value === madeWith(publication)
}

/** Whether there is a read model, made with whatever it was; a connection of readers tells. */
export const isMadeAtAll = async (database: ReadDatabase): Promise<boolean> =>
  await database.first('select name from publication_setting where name = ?', [settingName]) !== null
