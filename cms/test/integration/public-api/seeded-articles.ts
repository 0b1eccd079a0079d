import type { BootedCms } from '../../harness/boot'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** What a seeded article is made from; the rest comes from the contract's curated example. */
export interface SeededArticle {
  id: string
  language: 'sv' | 'en'
  slug: string
  title: string
  kind: 'profile' | 'essay'
  firstPublishedAt: string
  publicUpdatedAt: string
  /** Filters beside kind whose lists it stands in, such as `person=<id>`. */
  filters?: string[]
}

const example = path.resolve(__dirname, '../../../../packages/contract/examples/article-essay.json')

/** Writes articles into the read model as publishing would, with the lists they stand in and those lists' totals. */
export async function seedArticles(cms: BootedCms, articles: readonly SeededArticle[]): Promise<void> {
  const whole: unknown = JSON.parse(await readFile(example, 'utf8'))
  if (typeof whole !== 'object' || whole === null)
    throw new Error('The example is no article.')
  const documents = articles.map((article) => {
    const { id, language, slug, title, kind, firstPublishedAt, publicUpdatedAt } = article
    const shown = { ...whole, id, language, slug, title, kind, firstPublishedAt, publicUpdatedAt, version: 1 }
    const summary = Object.fromEntries(Object.entries(shown).filter(([key]) => !['body', 'bodyHtml', 'translations'].includes(key)))
    return {
      subject_type: 'article',
      document_id: id,
      language,
      slug,
      state: 'published',
      version: 1,
      first_published_at: firstPublishedAt,
      public_updated_at: publicUpdatedAt,
      log_seq: 1,
      json: { json: shown },
      summary: { json: summary },
      etag: `"${createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32)}"`,
      tags: `article:${id}`,
    }
  })
  await cms.run('insertRows', { table: 'public_document', rows: documents })
  const listings = articles.flatMap(({ id, language, kind, title, firstPublishedAt, publicUpdatedAt, filters = [] }) =>
    ['*', language].flatMap(scope => ['', `|kind=${kind}`].flatMap(ofKind => ['', ...filters.map(filter => `|${filter}`)].map(filter => ({
      list_key: `article|${scope}${ofKind}${filter}`,
      subject_type: 'article',
      document_id: id,
      language,
      first_published_at: firstPublishedAt,
      public_updated_at: publicUpdatedAt,
      sort_key: title.toLowerCase(),
    })))))
  await cms.run('insertRows', { table: 'public_listing', rows: listings })
  const totals = Map.groupBy(listings, listing => listing.list_key)
  await cms.run('insertRows', {
    table: 'public_total',
    rows: Array.from(totals, ([list_key, rows]) => ({ list_key, total: rows.length })),
  })
}
