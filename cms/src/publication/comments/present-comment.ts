import type { Comment } from '@klartext/contract'
import type { Addresses } from '../present/present'
import type { References } from '../snapshot/references'
import type { CommentRow } from './comment-row'
import type { Appearance } from './visibility'
import { presentPersonLink } from '../present/present'
import { cleaned } from '../text/typography'
import { plainTextHtml } from './plain-text-html'
import { numberOf } from './thread-place'
import { hiddenRuleOf } from './visibility'

/** A comment as the read model keeps it; the thread puts the replies and their number to it. */
export type PresentedComment = Omit<Comment, 'replies' | 'replyCount'>

export interface CommentFacts {
  path: string
  /** The comment that it stands below. */
  parent: string | null
  appearance: NonNullable<Appearance>
  /** Who wrote the article. */
  authors: ReadonlySet<string>
  /** In Swedish: a thread has no language. */
  references: References
}

/** A comment as the public API answers it, without what is below it; of a hidden one only its place, its time and the rule are left. */
export function presentComment(comment: CommentRow, facts: CommentFacts, addresses: Addresses): PresentedComment {
  const { documentId: id, personId, writtenAt } = comment
  const place = { id, number: numberOf(facts.path), parent: facts.parent, language: comment.language }
  if (facts.appearance === 'hidden') {
    return {
      ...place,
      author: { name: null, isAuthor: false, person: null },
      bodyHtml: '',
      isQuestion: false,
      answeredAt: null,
      createdAt: writtenAt,
      tombstone: { rule: hiddenRuleOf(comment), at: hiddenAtOf(comment) },
    }
  }
  const person = personId === null ? null : facts.references.person(personId)
  return {
    ...place,
    author: {
      name: cleaned(comment.authorName ?? '').trim() || person?.name || null,
      isAuthor: personId !== null && facts.authors.has(personId),
      person: person && presentPersonLink(person, addresses),
    },
    bodyHtml: plainTextHtml(comment.bodyText ?? ''),
    isQuestion: comment.isQuestion,
    answeredAt: comment.answeredAt,
    createdAt: writtenAt,
    tombstone: null,
  }
}

function hiddenAtOf(comment: CommentRow): string {
  if (comment.hiddenAt === null)
    throw new Error(`The hidden comment ${comment.documentId} has no time of hiding.`)
  return comment.hiddenAt
}
