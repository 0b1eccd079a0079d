import * as v from 'valibot'
import { personReferenceSchema } from './reference.js'
import { countSchema, idSchema, instantSchema, languageSchema } from './scalars.js'

export interface Comment extends v.InferOutput<typeof commentWithoutReplies> {
  replies: Comment[]
}

const commentWithoutReplies = v.object({
  id: idSchema,
  /** As people cite it: `3` for a root comment, `3.1` for its first reply. Never reused. */
  number: v.pipe(v.string(), v.regex(/^[1-9]\d*(?:\.[1-9]\d*)*$/)),
  /** The id of the comment that this one answers. */
  parent: v.nullable(idSchema),
  author: v.object({
    /** Null where the name is not known; shown as "Namn saknas". */
    name: v.nullable(v.string()),
    /** Wrote the article. */
    isAuthor: v.boolean(),
    person: v.nullable(personReferenceSchema),
  }),
  /** The language that it was written in: a thread holds comments in several. */
  language: languageSchema,
  /** Safe HTML; empty for a tombstone. */
  bodyHtml: v.string(),
  isQuestion: v.boolean(),
  answeredAt: v.nullable(instantSchema),
  createdAt: v.nullable(instantSchema),
  /** A comment that was public and was hidden: by which rule, and when. Its text is gone, its place and number stay. */
  tombstone: v.nullable(v.object({ rule: v.string(), at: instantSchema })),
  /** Replies below this comment that show their text, at any depth. */
  replyCount: countSchema,
})

/** A reader's comment with what is below it, oldest first: the first hundred in the order of the thread, while `replyCount` tells of all. */
export const commentSchema: v.GenericSchema<Comment> = v.pipe(
  v.object({
    ...commentWithoutReplies.entries,
    replies: v.array(v.lazy(() => commentSchema)),
  }),
  v.check(comment => comment.tombstone === null || comment.bodyHtml === '', 'a tombstone must not carry the text'),
  v.check(comment => comment.replies.every(reply => reply.parent === comment.id), 'every reply must name this comment as its parent'),
)
