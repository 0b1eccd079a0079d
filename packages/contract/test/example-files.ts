import type { GenericSchema } from 'valibot'
import { readFileSync } from 'node:fs'
import * as contract from '../src/index.js'

export const examplesFolder = new URL('../examples/', import.meta.url)

/** Which schema each example is an answer of. */
export const examples: Record<string, GenericSchema> = {
  'api-info.json': contract.apiInfoSchema,
  'article-essay.json': contract.articleSchema,
  'article-imported.json': contract.articleSchema,
  'article-page.json': contract.articlePageSchema,
  'article-profile.json': contract.articleSchema,
  'article-version-redacted.json': contract.articleVersionSchema,
  'article-version.json': contract.articleVersionSchema,
  'change-page.json': contract.changePageSchema,
  'change-position.json': contract.changePositionSchema,
  'comment-input-plain.json': contract.commentInputSchema,
  'comment-input.json': contract.commentInputSchema,
  'comment-preview-nameless.json': contract.commentPreviewSchema,
  'comment-preview-reply.json': contract.commentPreviewSchema,
  'comment-preview.json': contract.commentPreviewSchema,
  'comment-receipt-shown.json': contract.commentReceiptSchema,
  'comment-receipt.json': contract.commentReceiptSchema,
  'comment.json': contract.commentSchema,
  'openness-organisation.json': contract.opennessSchema,
  'openness.json': contract.opennessSchema,
  'organisation-page.json': contract.organisationPageSchema,
  'organisation.json': contract.organisationSchema,
  'person-page.json': contract.personPageSchema,
  'person.json': contract.personSchema,
  'problem-bad-comment.json': contract.problemSchema,
  'problem-bad-query.json': contract.problemSchema,
  'problem-gone.json': contract.problemSchema,
  'problem-not-found.json': contract.problemSchema,
  'report-input-plain.json': contract.reportInputSchema,
  'report-input.json': contract.reportInputSchema,
  'report-receipt.json': contract.reportReceiptSchema,
  'thread.json': contract.threadSchema,
  'topic-page.json': contract.topicPageSchema,
  'topic.json': contract.topicSchema,
  'version-page.json': contract.versionPageSchema,
}

export function readExample(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, examplesFolder), 'utf8'))
}
