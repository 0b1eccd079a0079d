import type { ChangeAction, ChangeKind } from '@klartext/contract'
import type { SubjectType } from '../subjects'

/**
 * A row of `publication_log`, as code sees it.
 *
 * | action | language | slug | version | snapshot |
 * |---|---|---|---|---|
 * | `published` of an article | `sv`, `en` | its slug | 1, 2, … for the document and language | the article, see `snapshot/article.ts` |
 * | `published` of a person, organisation, topic | `''` | its slug | null | see `snapshot/person.ts` and its like |
 * | `unpublished` | as above | the last slug | null | `{}` |
 * | `withdrawn` | `sv`, `en` | the last slug | null | `{id, type, language, slug, title, notice}` |
 * | `comments-closed`, `comments-opened` | `sv`, `en` | its slug | null | `{}` |
 * | `comment-approved` | `''` | null | null | the comment, see `snapshot/comment.ts` |
 * | `comment-hidden` | `''` | null | null | `{articleId, number, rule}` |
 * | `redacted` | as the redacted | null | null | `{}` |
 */
export interface LogRow {
  seq: number
  subjectType: SubjectType
  documentId: string
  language: string
  slug: string | null
  action: ChangeAction
  version: number | null
  changeKind: ChangeKind | null
  changeNote: string | null
  /** ISO 8601 in UTC with milliseconds. */
  at: string
  /** `admin:<id>`, `token:<id>`, `user:<id>` or `system`; never public. */
  actor: string
  /** The dates that a reader is told since this row; null for what has none. */
  firstPublishedAt: string | null
  publicUpdatedAt: string | null
  /** The cache tags that the change makes stale, joined by commas. */
  tags: string
  /** Canonical JSON without hosts; null once it was redacted. */
  snapshot: string | null
  /** SHA-256 of the snapshot as it was written. */
  digest: string
  chain: string
}

/** A row before the log gives it its place. */
export type NewLogRow = Omit<LogRow, 'seq' | 'digest' | 'chain' | 'snapshot'> & { snapshot: string }
