import type { Knex } from 'knex'
import type { ArticleFacts } from '../present/present'
import type { DocumentKey } from './document-key'
import type { ProjectedRow } from './projected-rows'
import * as v from 'valibot'
import { readClosed } from '../closing/closing-row'
import { storedNumber } from '../log/stored-row'
import { readTotals } from './listings'
import { parseStored } from './public-snapshots'

/** The list whose total is an article's `commentCount`: comments that show their text, in one thread for all languages. */
export const commentListOf = (articleId: string): string => `comment|${articleId}`

const titleRows = v.array(v.object({ document_id: v.string(), language: v.string(), slug: v.string(), snapshot: v.nullable(v.string()), log_seq: storedNumber }))

/**
 * Reads what articles' answers say beside their snapshots.
 * @returns the facts of each of the rows, by key
 */
export async function readFacts(trx: Knex, rows: readonly ProjectedRow[]): Promise<(key: DocumentKey) => ArticleFacts> {
  const ids = [...new Set(rows.map(row => row.key.id))]
  const counts = await readTotals(trx, ids.map(commentListOf))
  const closed = await readClosed(trx, ids)
  const siblings: unknown = ids.length === 0
    ? []
    : await trx('public_document as d')
        .join('publication_log as l', 'l.seq', 'd.log_seq')
        .select('d.document_id', 'd.language', 'd.slug', 'd.log_seq', 'l.snapshot')
        .where({ 'd.subject_type': 'article', 'd.state': 'published' })
        .whereIn('d.document_id', ids)
        .orderBy('d.language')
  const titled = v.parse(titleRows, siblings).map(row => ({ ...row, title: titleOf(row.snapshot) }))
  const byKey = new Map(rows.map(row => [`${row.key.id} ${row.key.language}`, row]))

  return ({ id, language }) => {
    const row = byKey.get(`${id} ${language}`)
    if (!row || row.version === null)
      throw new Error(`The public article ${id} (${language}) has no version.`)
    return {
      version: row.version,
      firstPublishedAt: row.firstPublishedAt,
      publicUpdatedAt: row.publicUpdatedAt,
      changeNote: row.changeNote,
      commentCount: counts.get(commentListOf(id)) ?? 0,
      areCommentsClosed: closed.has(id),
      translations: titled
        .filter(sibling => sibling.document_id === id && sibling.language !== language)
        .map(({ language, slug, title }) => ({ language, slug, title })),
    }
  }
}

function titleOf(snapshot: string | null): string {
  const content = parseStored(snapshot)
  if (content.type !== 'article')
    throw new Error('An article stands on the log row of something else.')
  return content.title
}
