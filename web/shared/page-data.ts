import type { Article, ArticleKind, ArticlePage, ArticleSummary, ArticleVersion, Comment, Openness, Organisation, OrganisationReference, Person, PersonReference, Thread, Topic, VersionPage } from '@klartext/contract'
import type { PageCollectionItemBase } from '@nuxt/content'
import type { Language } from './languages'

/** What each page is made from: the answers of `server/api`, in the order of the menu. */

export interface AnsweredQuestion {
  article: Pick<ArticleSummary, 'title' | 'slug' | 'language'>
  number: string
  asker: string | null
  /** The sentence that asks, as plain text. */
  question: string
  answeredBy: string | null
  answeredAt: string
}

export interface StartData {
  /** Latest first. */
  articles: ArticleSummary[]
  /** Articles with a change told to readers, latest change first. */
  changed: ArticleSummary[]
  answered: AnsweredQuestion[]
  topics: Topic[]
}

export interface ArticleListData {
  articles: ArticlePage
  /** Those that have texts. */
  topics: Topic[]
  /** What the list was narrowed to. */
  kind: ArticleKind | null
  topic: Topic | null
}

export interface ArticleData {
  article: Article
  thread: Thread
  /** Other profiles of people at the same organisation. */
  neighbours: ArticleSummary[]
}

export interface CommentData {
  article: Article
  /** Without what is below it. */
  comment: Comment
  /** One page of the direct replies, each with what is below it. */
  replies: Thread
}

export interface HistoryData {
  article: Article
  versions: VersionPage
  /** The version that was asked for. */
  shown: ArticleVersion | null
}

export interface PersonData {
  person: Person
  about: ArticleSummary[]
  by: ArticleSummary[]
}

export interface OrganisationData {
  organisation: Organisation
  /** Nearest parent first. */
  ancestors: OrganisationReference[]
  parts: Organisation[]
  people: PersonReference[]
  articles: ArticleSummary[]
}

export interface TopicData {
  topic: Topic
  articles: ArticlePage
}

export interface OpennessData {
  account: Openness
  /** When it was read: what waits has an age. */
  readAt: string
}

export interface PreviewData {
  article: Article
  language: Language
  /** The path of the published page, where there is one. */
  publishedPath: string | null
  /** Where the text is edited. */
  adminUrl: string
}

export interface ContentPageData {
  /** `updated` is a day. */
  content: PageCollectionItemBase & { updated?: string | undefined }
}
