import type { Publication } from '../publication'
import * as v from 'valibot'
import { uids } from '../subjects'
import { followClosing } from './follow-closing'

const rowsSchema = v.array(v.object({ documentId: v.string() }))

/** Keeps anew when articles stop taking comments, for those that do; called before what is answered is projected. */
export async function rebuildClosings(publication: Publication): Promise<void> {
  const rows: unknown = await publication.strapi.db.query(uids.article).findMany({
    where: { publishedAt: { $notNull: true }, commentsCloseAfterDays: { $notNull: true } },
    select: ['id', 'documentId'],
    orderBy: [{ documentId: 'asc' }],
  })
  for (const id of new Set(v.parse(rowsSchema, rows).map(row => row.documentId)))
    await followClosing(publication, id, false)
}
