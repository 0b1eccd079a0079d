import type { Publication } from '../publication'
import type { ReferenceTarget } from '../snapshot/references'
import * as v from 'valibot'
import { uids } from '../subjects'
import { quoted } from './labels'

/** What of the things that a document names is public, and what the rest is called in the admin. */
export interface KnownTargets {
  isPublic: (target: ReferenceTarget) => boolean
  nameOf: (target: ReferenceTarget) => string
}

const publicRows = v.array(v.object({ document_id: v.string() }))
const namedRows = v.array(v.object({ documentId: v.string(), name: v.nullable(v.string()) }))

const keyOf = ({ type, id }: ReferenceTarget): string => `${type}:${id}`

export async function readKnownTargets({ strapi, trx }: Publication, targets: readonly ReferenceTarget[]): Promise<KnownTargets> {
  const known = new Set<string>()
  // type by type: SQLite finds pairs of type and id by the type alone, and goes through all of it
  for (const [type, ofType] of Map.groupBy(targets, target => target.type)) {
    const rows: unknown = await trx('public_document').select('document_id').where({ subject_type: type, state: 'published' }).whereIn('document_id', ofType.map(({ id }) => id))
    v.parse(publicRows, rows).forEach(row => known.add(keyOf({ type, id: row.document_id })))
  }
  const names = new Map<string, string | null>()
  for (const target of targets.filter(target => !known.has(keyOf(target)))) {
    const drafts: unknown = await strapi.db.query(uids[target.type]).findMany({ where: { documentId: target.id }, select: ['documentId', 'name'], limit: 1 })
    names.set(keyOf(target), v.parse(namedRows, drafts)[0]?.name ?? null)
  }
  return { isPublic: target => known.has(keyOf(target)), nameOf: target => quoted(names.get(keyOf(target)) ?? null) }
}
