import type { LogRow } from '../log/log-row'
import type { Publication } from '../publication'
import type { DocumentType } from '../subjects'
import { lastPublication } from '../log/last-publication'
import { parseLogRow } from '../log/stored-row'
import { batchSize } from '../read-model/document-key'
import { countLists, insertListing } from '../read-model/listings'
import { parseStored } from '../read-model/public-snapshots'
import { writeReferences } from '../read-model/references'
import { writeState } from '../read-model/states'
import { rowLanguages } from '../reconcile/publish-snapshot'
import { targetsOf } from '../snapshot/references'
import { documentTypes } from '../subjects'

// what was redacted tells no more that it was withdrawn
const deciding = ['published', 'unpublished', 'withdrawn', 'redacted']

/** Writes the state, the lists and the references of every document that the log's last word makes public or withdrawn. */
export async function writeDocumentsFromLog(publication: Publication): Promise<void> {
  let after = 0
  for (;;) {
    const rows = await readLastWords(publication, after)
    for (const row of rows) {
      const type = documentTypes.find(known => known === row.subjectType)
      if (type)
        await writeLastWord(publication, type, row)
      after = row.seq
    }
    if (rows.length < batchSize)
      break
  }
  await countLists(publication.trx)
}

/** The row of each document and language that no later one contradicts, in their order. */
async function readLastWords({ trx }: Publication, after: number): Promise<LogRow[]> {
  const later = trx('publication_log as n')
    .select(trx.raw('1'))
    .whereRaw('n.subject_type = l.subject_type and n.document_id = l.document_id and n.language = l.language and n.seq > l.seq')
    .whereIn('n.action', deciding)
  const rows: unknown[] = await trx('publication_log as l')
    .select('l.*')
    .whereIn('l.subject_type', documentTypes)
    .whereIn('l.action', deciding)
    .where('l.seq', '>', after)
    .whereNotExists(later)
    .orderBy('l.seq')
    .limit(batchSize)
  return rows.map(parseLogRow)
}

async function writeLastWord({ trx }: Publication, type: DocumentType, row: LogRow): Promise<void> {
  const { documentId: id, language, seq } = row
  if (row.action === 'withdrawn') {
    const last = await lastPublication(trx, type, id, language)
    await writeState(trx, { type, id, language, ...datesOf(last ?? row), slug: row.slug ?? '', state: 'withdrawn', logSeq: seq })
  }
  else if (row.action === 'published') {
    const snapshot = parseStored(row.snapshot)
    for (const rowLanguage of rowLanguages(snapshot)) {
      const state = { type, id, language: rowLanguage, ...datesOf(row), slug: snapshot.slug, state: 'published', logSeq: seq } as const
      await writeState(trx, state)
      await writeReferences(trx, state, targetsOf(snapshot))
      await insertListing(trx, state, snapshot, state)
    }
  }
}

function datesOf({ version, firstPublishedAt, publicUpdatedAt, at }: LogRow) {
  return { version, firstPublishedAt, publicUpdatedAt: publicUpdatedAt ?? at }
}
