import type { CommentRule } from '@klartext/contract'
import type { Publication } from '../../publication/publication'
import type { Strapi } from '../../publication/subjects'
import { commentRules } from '@klartext/contract'
import { errors } from '@strapi/utils'
import * as v from 'valibot'
import { findComment } from '../../publication/comments/comment-row'
import { refusal } from '../../publication/refusals/fault'
import { appendToLedger } from '../ledger/append'
import { enqueueLetter } from '../letters/enqueue'
import { noteDecision } from '../observe/decision-notes'
import { publisherOf } from '../observe/publisher-of'
import { keepOpenReports } from '../queues/open-reports'
import { decryptEmail } from '../vault/email'
import { changeComment } from './change-comment'
import { inDecision } from './in-decision'

export interface ReportDecision {
  receipt: string
  outcome: 'upheld' | 'rejected'
  /** The reasons, which whoever reported is told. */
  text: string
  /** The rule that the comment is hidden by when the report is upheld; without it the one that the report names. */
  rule?: CommentRule | undefined
}

const reportSchema = v.object({
  receipt: v.string(),
  comment_id: v.string(),
  rule: v.picklist(commentRules),
  language: v.string(),
  email_cipher: v.nullable(v.string()),
  state: v.picklist(['open', 'upheld', 'rejected']),
})

type Report = v.InferOutput<typeof reportSchema>

/**
 * Decides on a report with reasons. One that is upheld hides the comment, where it is public, and decides every other open report of the
 * comment with it; who reported is told, where they left an address.
 * @returns the documentId of the comment
 * @throws NotFoundError when there is no such report; ValidationError in Swedish when it is decided already or the reasons are missing
 */
export async function decideReport(strapi: Strapi, { receipt, outcome, text, rule }: ReportDecision): Promise<string> {
  return inDecision(strapi, async (publication) => {
    const { trx } = publication
    const row: unknown = await trx('comment_report').where({ receipt }).first()
    if (row === undefined)
      throw new errors.NotFoundError('Anmälan finns inte.')
    const report = v.parse(reportSchema, row)
    if (report.state !== 'open')
      throw refusal('Anmälan är inte ändrad.', [{ path: ['receipt'], message: 'Den är redan avgjord.' }])
    if (!text.trim())
      throw refusal('Anmälan är inte avgjord.', [{ path: ['text'], message: 'Skriv skälen. Den som anmälde får läsa dem.' }])
    const decided = outcome === 'upheld' ? await openReports(publication, report.comment_id) : [report]
    if (outcome === 'upheld')
      await hide(publication, report, rule ?? report.rule)
    for (const each of decided)
      await close(publication, each, outcome, text.trim())
    await keepOpenReports(trx, report.comment_id)
    return report.comment_id
  })
}

async function openReports({ trx }: Publication, commentId: string): Promise<Report[]> {
  return v.parse(v.array(reportSchema), await trx('comment_report').where({ comment_id: commentId, state: 'open' }).orderBy('received_at'))
}

async function hide({ strapi, trx }: Publication, { comment_id: documentId }: Report, rule: CommentRule): Promise<void> {
  const comment = await findComment(strapi, documentId)
  if (comment?.moderationStatus !== 'approved')
    return
  noteDecision(trx, documentId, { rule })
  await changeComment(strapi, documentId, { moderationStatus: 'hidden', hiddenRule: rule })
}

async function close({ strapi, trx, actor, now }: Publication, report: Report, outcome: ReportDecision['outcome'], text: string): Promise<void> {
  const { receipt, comment_id: commentId, language, email_cipher: cipher } = report
  await trx('comment_report').where({ receipt }).update({ state: outcome, decision_text: text, decided_at: now, decided_by: actor })
  const articleId = (await findComment(strapi, commentId))?.articleId ?? ''
  await appendToLedger(trx, { at: now, commentId, articleId, organisationId: await publisherOf(strapi, articleId), event: `report-${outcome}`, report: receipt, rule: report.rule, actor })
  if (cipher !== null)
    await enqueueLetter(trx, { kind: 'report-decided', to: decryptEmail(cipher, receipt), language, data: { receipt }, now })
}
