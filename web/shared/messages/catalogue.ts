import type { ArticleKind, ChangeKind, OrganisationKind } from '@klartext/contract'
import type { Language } from '../languages'
import type { FaultStatus } from '../page-fault'
import type { PlainPage } from '../paths'
import type { DialogueMessages } from './dialogue/catalogue'
import type { OpennessMessages } from './openness/catalogue'
import type { SenderMessages } from './sender/catalogue'

/** Every text of the interface. A language that lacks one does not compile. */
export interface Messages {
  siteName: string
  tagline: string
  siteDescription: string
  skipToContent: string
  mainMenu: string
  aboutMenu: string
  languageName: Record<Language, string>
  /** A link to the same text in another language, in the words of that language. */
  readIn: Record<Language, string>
  inLanguage: Record<Language, string>
  footerPromise: string

  pages: Record<PlainPage, string>

  kind: Record<ArticleKind, string>
  kinds: Record<ArticleKind, string>

  published: string
  changed: string
  readingTime: string
  minutes: (count: number) => string
  lix: string
  /** What a readability index means in words, by Björnsson's scale. */
  lixMeaning: (lix: number) => string
  versions: string
  /** The way to the history; `changed` when the text says that it was changed, perhaps before it had versions here. */
  versionsLink: (count: number, changed: boolean) => string
  aboutThisText: string
  writtenBy: string
  publisher: string
  contents: string
  author: string

  figureMissing: string
  longDescription: string
  dataTable: string
  factBox: string

  moreAbout: (name: string) => string
  othersAt: (name: string) => string

  comments: (count: number) => string
  commentNumber: (number: string) => string
  nameMissing: string
  authorReply: string
  question: string
  answered: string
  repliesTo: (number: string) => string
  /** Reasons for hiding that have a short name, as the end of a sentence. */
  tombstoneReasons: Record<string, string>
  tombstone: (date: string, reason: string) => string
  /** For a reason that the moderator put in words. */
  tombstoneByRule: (date: string, rule: string) => string
  olderAndNewer: string

  paging: string
  previous: string
  next: string
  pageOf: (page: number, pages: number) => string

  allArticles: string
  textsCount: (count: number) => string
  filters: string
  filterKind: string
  filterTopic: string
  filterAll: string
  allTopics: string
  nothingHere: string
  nothingWithFilter: string

  latelyChanged: string
  answeredQuestions: string
  /** Ends with the name, which readers write as they like: "Ingrid S., statistiker". */
  askedIn: (name: string | null, title: string) => string
  answeredBy: (name: string, date: string) => string
  byTopic: string

  aboutPerson: (name: string) => string
  byPerson: (name: string) => string
  links: string
  organisationKind: Record<OrganisationKind, string>
  partOf: string
  parts: string
  website: string
  peopleAt: string
  articlesFrom: (name: string) => string
  topicHeading: string

  history: {
    title: (title: string) => string
    heading: string
    intro: string
    version: (version: number) => string
    first: string
    /** For a text that was public elsewhere before its first version here. */
    movedHere: string
    statedDate: (date: string) => string
    kind: Record<ChangeKind, string>
    noNote: string
    current: string
    showVersion: (version: number) => string
    asItStood: (version: number, date: string) => string
    redacted: string
    backToHistory: string
    backToArticle: string
    digest: string
  }

  preview: {
    title: string
    notice: string
    published: string
    notPublished: string
    toAdmin: string
  }

  dialogue: DialogueMessages
  openness: OpennessMessages
  sender: SenderMessages

  errors: Record<FaultStatus, { title: string, text: string }>
  withdrawnAt: (date: string) => string
  tryInstead: string
}
