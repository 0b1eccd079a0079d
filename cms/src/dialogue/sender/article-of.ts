import type { Knex } from 'knex'
import * as v from 'valibot'

const snapshotSchema = v.object({ language: v.string(), slug: v.string(), title: v.string() })
const rowSchema = v.object({ snapshot: v.pipe(v.string(), v.transform((text): unknown => JSON.parse(text)), snapshotSchema) })

/** The article as it was last public, in the language where it has one; all '' where it never was, or was redacted. */
export async function articleOf(knex: Knex, id: string, language: string): Promise<v.InferOutput<typeof snapshotSchema>> {
  const row: unknown = await knex('publication_log')
    .select('snapshot')
    .where({ subject_type: 'article', document_id: id, action: 'published' })
    .whereNotNull('snapshot')
    .orderByRaw('case when language = ? then 0 else 1 end', [language])
    .orderBy('seq', 'desc')
    .first()
  return row === undefined ? { language, slug: '', title: '' } : v.parse(rowSchema, row).snapshot
}
