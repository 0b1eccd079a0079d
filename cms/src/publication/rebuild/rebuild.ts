import type { Publication } from '../publication'
import type { Strapi } from '../subjects'
import { beginEpoch } from '../../changes/epoch'
import { rebuildClosings } from '../closing/rebuild-closings'
import { exclusively } from '../lock'
import { notifyAtCommit, notifyPublished } from '../notifier'
import { createPublication } from '../publication'
import { rebuildRedirects } from '../read-model/redirects'
import { writeDocumentsFromLog } from './documents-from-log'
import { writeMadeWith } from './made-with'
import { projectEverything } from './project-everything'
import { writeThreads } from './threads'

export interface RebuildResult {
  /** Rows of documents, one for each language. */
  documents: number
  comments: number
}

/** What a rebuild makes anew; `comment_ordinal` is no part of it, since numbers are never given twice. */
const tables = ['public_document', 'public_listing', 'public_total', 'public_reference', 'public_comment']

/**
 * Makes the read model anew from the log, and the threads from Strapi's comments, in one transaction and in batches. The result is
 * byte for byte what publishing made.
 */
export async function rebuild(strapi: Strapi): Promise<RebuildResult> {
  return strapi.db.transaction(async ({ trx, onCommit }) => {
    const publication = createPublication(strapi, trx)
    onCommit(() => notifyPublished(error => strapi.log.error(error)))
    return exclusively(trx, () => rebuildWithin(publication))
  })
}

/** As {@link rebuild}, under a publication lock that is held already. */
export async function rebuildWithin(publication: Publication): Promise<RebuildResult> {
  const { trx } = publication
  for (const table of tables)
    await trx(table).delete()
  await writeDocumentsFromLog(publication)
  await writeThreads(publication)
  await rebuildRedirects(trx)
  await rebuildClosings(publication)
  const result = await projectEverything(publication)
  await writeMadeWith(publication)
  await beginEpoch(trx)
  await notifyAtCommit(trx)
  return result
}
