import type { Knex } from 'knex'
import type { Addresses } from '../present/present'
import type { DocumentKey } from './document-key'
import type { ProjectedRow } from './projected-rows'
import { createHash } from 'node:crypto'
import { presentArticle, presentOrganisation, presentPerson, presentSummary, presentTopic } from '../present/present'
import { targetsOf, withReferences } from '../snapshot/references'
import { readFacts } from './article-facts'
import { batches, columnsOf, distinctKeys } from './document-key'
import { articleListOf, readTotals } from './listings'
import { readProjectedRows } from './projected-rows'
import { readReferences } from './public-snapshots'
import { tagsOf } from './tags'

/**
 * Writes what the public API answers for some documents, from what the log holds of them, of what they name, and from the totals.
 * Whoever changes one of these projects the documents that show it; a rebuild projects all. So both give the same bytes.
 */
export async function project(trx: Knex, keys: readonly DocumentKey[], addresses: Addresses): Promise<void> {
  for (const batch of batches(distinctKeys(keys), 100)) {
    const rows = await readProjectedRows(trx, batch)
    for (const language of new Set(rows.map(row => row.key.language)))
      await projectInLanguage(trx, rows.filter(row => row.key.language === language), language, addresses)
  }
}

interface Answer {
  json: Buffer
  summary: Buffer | null
  tags: string
}

async function projectInLanguage(trx: Knex, rows: readonly ProjectedRow[], language: string, addresses: Addresses): Promise<void> {
  const snapshots = rows.flatMap(row => row.content.type === 'withdrawal' ? [] : [row.content])
  const references = await readReferences(trx, snapshots.flatMap(targetsOf), language)
  const counts = await readTotals(trx, rows.map(row => articleListOf(row.key.type, row.key.id, language)))
  const facts = await readFacts(trx, rows.filter(row => row.content.type === 'article'))
  for (const row of rows) {
    const { json, summary, tags } = answerOf(row)
    await trx('public_document').where(columnsOf(row.key)).update({ json, summary, tags, etag: etagOf(json) })
  }

  function answerOf({ key, content, at }: ProjectedRow): Answer {
    if (content.type === 'withdrawal') {
      const { title, slug, notice } = content
      return { json: bytes({ id: key.id, language, slug, title, notice, withdrawnAt: at }), summary: null, tags: tagsOf(key, null) }
    }
    const snapshot = withReferences(content, references)
    const tags = tagsOf(key, snapshot)
    const articleCount = counts.get(articleListOf(key.type, key.id, language)) ?? 0
    switch (snapshot.type) {
      case 'article': {
        const known = facts(key)
        return { json: bytes(presentArticle(snapshot, known, addresses)), summary: bytes(presentSummary(snapshot, known, addresses)), tags }
      }
      case 'person':
        return { json: bytes(presentPerson(snapshot, language, articleCount, addresses)), summary: null, tags }
      case 'organisation':
        return { json: bytes(presentOrganisation(snapshot, language, articleCount, addresses)), summary: null, tags }
      case 'topic':
        return { json: bytes(presentTopic(snapshot, language, articleCount)), summary: null, tags }
    }
  }
}

const bytes = (value: object): Buffer => Buffer.from(JSON.stringify(value))

/** A strong entity tag with its quotes, over the very bytes that are answered. */
export const etagOf = (content: Buffer): string => `"${createHash('sha256').update(content).digest('base64url').slice(0, 32)}"`
