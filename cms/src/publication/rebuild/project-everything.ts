import type { Publication } from '../publication'
import type { DocumentKey } from '../read-model/document-key'
import type { RebuildResult } from './rebuild'
import * as v from 'valibot'
import { projectComments } from '../comments/project-comments'
import { batchSize } from '../read-model/document-key'
import { project } from '../read-model/project'

const keyRows = v.array(v.object({ subject_type: v.picklist(['article', 'person', 'organisation', 'topic']), document_id: v.string(), language: v.string() }))
const idRows = v.array(v.object({ document_id: v.string() }))

/** Projects every row of the read model, in batches. */
export async function projectEverything(publication: Publication): Promise<RebuildResult> {
  return { documents: await projectDocuments(publication), comments: await projectThreads(publication) }
}

async function projectDocuments({ trx, addresses }: Publication): Promise<number> {
  let count = 0
  let last: DocumentKey | null = null
  for (;;) {
    const query = trx('public_document').select('subject_type', 'document_id', 'language').orderBy(['subject_type', 'document_id', 'language']).limit(batchSize)
    if (last)
      query.whereRaw('(subject_type, document_id, language) > (?, ?, ?)', [last.type, last.id, last.language])
    const keys: DocumentKey[] = v.parse(keyRows, await query).map(row => ({ type: row.subject_type, id: row.document_id, language: row.language }))
    await project(trx, keys, addresses)
    count += keys.length
    last = keys.at(-1) ?? last
    if (keys.length < batchSize)
      return count
  }
}

async function projectThreads({ strapi, trx, addresses }: Publication): Promise<number> {
  let count = 0
  let after = ''
  for (;;) {
    const rows: unknown = await trx('public_comment').select('document_id').where('document_id', '>', after).orderBy('document_id').limit(batchSize)
    const ids = v.parse(idRows, rows).map(row => row.document_id)
    await projectComments({ strapi, trx, addresses }, ids)
    count += ids.length
    after = ids.at(-1) ?? after
    if (ids.length < batchSize)
      return count
  }
}
