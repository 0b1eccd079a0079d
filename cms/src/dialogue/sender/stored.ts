import type { Knex } from 'knex'
import type { CommentRow } from '../../publication/comments/comment-row'
import * as v from 'valibot'
import { readLedger } from '../ledger/ledger-row'

const parsedJson = v.pipe(v.string(), v.transform((text): unknown => JSON.parse(text)))
const submissionSchema = v.object({ received_at: v.string(), language: v.string(), sender_hash: v.nullable(v.string()), findings: parsedJson, spam_score: v.nullable(v.number()) })
const commenterSchema = v.object({ created_at: v.string() })
const letterSchema = v.object({ kind: v.string(), created_at: v.string(), sent_at: v.nullable(v.string()) })
const messageSchema = v.object({ message: v.string() })

/** Everything that is kept about one comment, in words of its own, for the person who wrote it. */
export interface StoredComment {
  id: string
  articleId: string
  status: string
  name: string | null
  text: string | null
  isQuestion: boolean
  receivedAt: string | null
  writtenAt: string | null
  language: string
  /** A keyed hash of the network address is kept for 30 days; nobody can read the address out of it. */
  senderHash: string | null
  /** Since when the e-mail address is kept, encrypted; null without one. */
  emailKeptSince: string | null
  /** The rules of the spam filter that fired, and how much the text looked like spam, 0 to 1. */
  findings: unknown
  spamScore: number | null
  /** What was decided, and by which rule. */
  history: { at: string, event: string, rule: string | null }[]
  message: string | null
  letters: { kind: string, at: string, sentAt: string | null }[]
}

/** Reads it; who decided is not the sender's business and is left out. */
export async function storedComment(knex: Knex, comment: CommentRow): Promise<StoredComment> {
  const { documentId: id } = comment
  const submission = await first(knex, 'comment_submission', id, submissionSchema)
  const commenter = await first(knex, 'commenter', id, commenterSchema)
  const letters: unknown = await knex('letter').select('kind', 'created_at', 'sent_at').where({ about: id }).orderBy('id')
  return {
    id,
    articleId: comment.articleId,
    status: comment.moderationStatus,
    name: comment.authorName,
    text: comment.bodyText,
    isQuestion: comment.isQuestion,
    receivedAt: submission?.received_at ?? null,
    writtenAt: comment.writtenAt,
    language: submission?.language ?? comment.language,
    senderHash: submission?.sender_hash ?? null,
    emailKeptSince: commenter?.created_at ?? null,
    findings: submission?.findings ?? [],
    spamScore: submission?.spam_score ?? null,
    history: (await readLedger(knex, id)).map(({ at, event, rule }) => ({ at, event, rule })),
    message: (await first(knex, 'moderation_message', id, messageSchema))?.message ?? null,
    letters: v.parse(v.array(letterSchema), letters).map(({ kind, created_at: at, sent_at: sentAt }) => ({ kind, at, sentAt })),
  }
}

async function first<Schema extends v.GenericSchema>(knex: Knex, table: string, id: string, schema: Schema): Promise<v.InferOutput<Schema> | null> {
  const row: unknown = await knex(table).where({ comment_id: id }).first()
  return row === undefined ? null : v.parse(schema, row)
}
