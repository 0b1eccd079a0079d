import type { Core } from '@strapi/strapi'

/** The types that are drafted and published, by their name in the log. */
export const documentTypes = ['article', 'person', 'organisation', 'topic'] as const

export type DocumentType = (typeof documentTypes)[number]

/** What a log row is about. */
export type SubjectType = DocumentType | 'comment'

export const uids = {
  article: 'api::article.article',
  person: 'api::person.person',
  organisation: 'api::organisation.organisation',
  topic: 'api::topic.topic',
} as const satisfies Record<DocumentType, string>

export const commentUid = 'api::comment.comment'

/** The public type that a content type of Strapi's holds, or null when nothing of it is public. */
export function documentTypeOf(uid: string): DocumentType | null {
  return documentTypes.find(type => uids[type] === uid) ?? null
}

/** Strapi as this folder needs it: a narrow name for what every function here is handed. */
export type Strapi = Core.Strapi
