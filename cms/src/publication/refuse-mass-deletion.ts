import type { Strapi } from './subjects'
import * as v from 'valibot'
import { refusal } from './refusals/fault'
import { commentUid, uids } from './subjects'

const rowsSchema = v.array(v.object({ documentId: v.string() }))

/**
 * Refuses to delete many rows at once past the document service when something public is among them: Strapi does so when a language
 * is taken away in the settings. The log would not hear of it, and the pages would stay.
 */
export function refuseMassDeletion(strapi: Strapi): void {
  const models = [...Object.values(uids), commentUid]
  strapi.db.lifecycles.subscribe({
    models,
    async beforeDeleteMany({ model, params }) {
      const uid = models.find(known => known === model.uid)
      if (!uid)
        return
      const isPublic = uid === commentUid ? { moderationStatus: 'approved' } : { publishedAt: { $notNull: true } }
      const rows: unknown = await strapi.db.query(uid).findMany({ where: { $and: [params.where ?? {}, isPublic] }, select: ['documentId'], limit: 1 })
      if (v.parse(rowsSchema, rows).length > 0)
        throw refusal('Det som är publicerat kan inte tas bort på det sättet.', [{ path: [], message: 'Avpublicera det först, och ta sedan bort språket.' }])
    },
  })
}
