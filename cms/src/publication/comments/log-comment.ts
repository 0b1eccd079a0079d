import type { ChangeAction } from '@klartext/contract'
import type { LogRow } from '../log/log-row'
import type { Publication } from '../publication'
import { noLanguage } from '../languages'
import { appendToLog } from '../log/append'
import { canonicalJson, sha256 } from '../log/canonical-json'
import { namedIn } from '../read-model/references'
import { articleListTags, documentTag, joined, threadTag } from '../read-model/tags'

type CommentAction = Extract<ChangeAction, 'comment-approved' | 'comment-hidden' | 'redacted'>

/** Logs what became of a comment; its thread, its article and the lists that show the article's count go stale. */
export async function logComment(publication: Publication, comment: { documentId: string, articleId: string }, action: CommentAction, snapshot: object): Promise<void> {
  const { trx, now, actor } = publication
  const named = await namedIn(trx, { type: 'article', id: comment.articleId })
  await appendToLog(trx, {
    subjectType: 'comment',
    documentId: comment.documentId,
    language: noLanguage,
    slug: null,
    action,
    version: null,
    changeKind: null,
    changeNote: null,
    at: now,
    actor,
    firstPublishedAt: null,
    publicUpdatedAt: null,
    tags: joined([threadTag(comment.articleId), documentTag('article', comment.articleId), ...articleListTags(named)]),
    snapshot: canonicalJson(snapshot),
  })
}

/** Whether the log's last word on a comment is this; what the law took away stands for every line in its place. */
export function isLogged(last: LogRow | null, action: CommentAction, snapshot: object): boolean {
  if (last?.action === 'redacted')
    return action === 'comment-hidden'
  return last?.action === action && last.digest === sha256(canonicalJson(snapshot))
}
