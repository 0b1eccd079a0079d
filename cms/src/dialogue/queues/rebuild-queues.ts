import type { Knex } from 'knex'
import type { CommentRow } from '../../publication/comments/comment-row'
import type { Publication } from '../../publication/publication'
import type { Strapi } from '../../publication/subjects'
import type { LedgerRow } from '../ledger/ledger-row'
import type { ModerationItem } from './moderation-item'
import * as v from 'valibot'
import { commentTable, readCommentBatch } from '../../publication/comments/comment-row'
import { readPublicComments } from '../../publication/comments/public-comments'
import { exclusively } from '../../publication/lock'
import { storedNumber } from '../../publication/log/stored-row'
import { createPublication } from '../../publication/publication'
import { batchSize } from '../../publication/read-model/document-key'
import { readLedgers } from '../ledger/ledger-row'
import { keepDialogue } from '../observe/keep-dialogue'
import { parseItems, saveItem } from './moderation-item'
import { totalNames } from './queue-names'

/**
 * Makes the moderators' queues and their totals anew from the comments, the ledger and the reports, in one transaction and in batches.
 * A comment that the ledger has never heard of, from before there was one, is entered in it as it is.
 */
export async function rebuildQueues(strapi: Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const publication = createPublication(strapi, trx)
    await exclusively(trx, () => rebuildWithin(publication))
  })
}

/** Makes the queues where there are none: at the first start, and at the first one of a CMS that has comments but no queues. */
export async function ensureQueues(strapi: Strapi): Promise<void> {
  if (await strapi.db.connection('moderation_total').first('queue') === undefined)
    await rebuildQueues(strapi)
}

async function rebuildWithin(publication: Publication): Promise<void> {
  const { strapi, trx } = publication
  await trx('moderation_total').delete()
  await trx('moderation_total').insert(totalNames.map(queue => ({ queue, total: 0 })))
  let after = 0
  for (;;) {
    const batch = await readCommentBatch(strapi, after, batchSize)
    const ids = batch.map(({ comment }) => comment.documentId)
    const known = new Map(parseItems(await trx('moderation_item').whereIn('comment_id', ids)).map(item => [item.commentId, item]))
    await trx('moderation_item').whereIn('comment_id', ids).delete()
    await writeBatch(publication, batch.map(({ comment }) => comment), known)
    after = batch.at(-1)?.row ?? after
    if (batch.length < batchSize)
      break
  }
  await trx('moderation_item').whereNotExists(trx(commentTable(strapi)).select(trx.raw('1')).whereRaw('document_id = moderation_item.comment_id')).delete()
}

async function writeBatch(publication: Publication, comments: readonly CommentRow[], known: ReadonlyMap<string, ModerationItem>): Promise<void> {
  const { trx } = publication
  const ids = comments.map(comment => comment.documentId)
  const ledgers = await readLedgers(trx, ids)
  const shown = new Set((await readPublicComments(trx, ids)).filter(comment => comment.appearance === 'approved').map(comment => comment.id))
  const reports = await readOpenReports(trx, ids)
  for (const comment of comments) {
    const { documentId: id } = comment
    const ledger = ledgers.get(id) ?? []
    if (ledger.length === 0)
      await keepDialogue.commentChanged(publication, { before: null, after: comment }, null)
    else
      await saveItem(trx, null, itemOf(comment, { ledger, before: known.get(id) ?? null, isShown: shown.has(id), openReports: reports.get(id) ?? 0 }))
  }
}

interface Found { ledger: readonly LedgerRow[], before: ModerationItem | null, isShown: boolean, openReports: number }

function itemOf(comment: CommentRow, { ledger, before, isShown, openReports }: Found): ModerationItem {
  const decision = ledger.findLast(row => row.event === comment.moderationStatus || (row.event === 'written' && comment.moderationStatus === 'approved')) ?? null
  return {
    commentId: comment.documentId,
    articleId: comment.articleId,
    status: comment.moderationStatus,
    isOpenQuestion: isShown && comment.isQuestion && comment.answeredAt === null,
    openReports,
    receivedAt: before?.receivedAt ?? ledger[0]?.at ?? '',
    revision: before?.revision ?? ledger.length,
    decidedAt: before ? before.decidedAt : decision?.at ?? null,
    decidedBy: before ? before.decidedBy : decision?.actor ?? null,
  }
}

const reportRows = v.array(v.object({ comment_id: v.string(), total: storedNumber }))

async function readOpenReports(trx: Knex, ids: readonly string[]): Promise<Map<string, number>> {
  const rows: unknown = await trx('comment_report').select('comment_id').count('* as total').whereIn('comment_id', ids).where({ state: 'open' }).groupBy('comment_id')
  return new Map(v.parse(reportRows, rows).map(row => [row.comment_id, row.total]))
}
