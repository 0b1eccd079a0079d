import type { CommentRow } from './comments/comment-row'
import type { DocumentCall } from './document-calls'
import type { Publication } from './publication'
import * as v from 'valibot'
import { tellChanged } from './comment-observers'
import { refuseTearing } from './comments/comment-faults'
import { findComment, findComments } from './comments/comment-row'
import { reconcileComment } from './comments/reconcile-comment'
import { exclusively } from './lock'

const identity = v.object({ documentId: v.string() })
const identities = v.object({ documentId: v.optional(v.string()), entries: v.array(identity) })
const withData = v.looseObject({ data: v.optional(v.nullable(v.record(v.string(), v.unknown()))) })

/** Members that only the system gives a comment; the admin's form sends them back as they were. */
const systemMembers: ReadonlySet<string> = new Set(['path', 'depth', 'rootId'])

/** Whether a call may change a comment; comments have no drafts, so any change may be one of what readers see. */
export const changesComment = (action: string): boolean => ['create', 'update', 'delete', 'clone'].includes(action)

/**
 * What Strapi is asked to write of a comment. A new one without a stated time is written now; `writtenAt: null` says that the time is
 * not known. A copy has no place in a thread and waits for a decision.
 */
export function commentParams(action: string, params: unknown, now: string): Record<string, unknown> {
  const { data, ...rest } = v.parse(withData, params)
  const written = Object.fromEntries(Object.entries(data ?? {}).filter(([member]) => !systemMembers.has(member)))
  switch (action) {
    case 'create':
      return { ...rest, data: { ...written, writtenAt: written.writtenAt === undefined ? now : written.writtenAt } }
    case 'clone':
      return { ...rest, data: { ...written, path: null, depth: 0, rootId: null, moderationStatus: 'pending' } }
    case 'update':
      return { ...rest, data: written }
    default:
      return rest
  }
}

/** Runs Strapi's work on a comment between what refuses it and what shows it; `call.params` are those of {@link commentParams}. */
export async function runCommentCall(publication: Publication, call: DocumentCall): Promise<unknown> {
  const { strapi, trx } = publication
  const asked = v.safeParse(identity, call.params)
  const isKnown = call.action === 'update' || call.action === 'delete'
  // the lock is taken for every call, before Strapi's work locks rows that another publication may wait for
  return exclusively(trx, async () => {
    let before: CommentRow | null = null
    if (asked.success && isKnown) {
      await refuseTearing(publication, asked.output.documentId, call.action === 'delete' ? null : v.parse(withData, call.params).data ?? {})
      before = await findComment(strapi, asked.output.documentId)
    }
    const result = await call.next()
    const ids = call.action === 'delete' && asked.success ? [asked.output.documentId] : idsOf(result)
    for (const id of ids)
      await reconcileAndTell(publication, id, before)
    return result
  })
}

/** Brings what is public in line, and tells the observers of the comment and of the questions that something became of with it. */
async function reconcileAndTell(publication: Publication, id: string, before: CommentRow | null): Promise<void> {
  const touched = await reconcileComment(publication, id, before)
  const after = await findComment(publication.strapi, id)
  if (before || after)
    await tellChanged(publication, { before, after }, after)
  const others = await findComments(publication.strapi, { documentId: { $in: touched.filter(other => other !== id) } })
  for (const other of others.filter(comment => comment.isQuestion))
    await tellChanged(publication, { before: other, after: other }, after)
}

function idsOf(result: unknown): string[] {
  const many = v.safeParse(identities, result)
  if (many.success)
    return many.output.entries.map(entry => entry.documentId)
  const one = v.safeParse(identity, result)
  return one.success ? [one.output.documentId] : []
}
