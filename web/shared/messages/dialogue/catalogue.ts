import type { CommentRule } from '@klartext/contract'
import type { FaultName } from '../../form-data'

/** The texts of the forms below articles, and of what comes after them. */
export interface DialogueMessages {
  write: string
  writeAbout: (title: string) => string
  /** Who answers for the thread, and how public it is: what the act on electronic bulletin boards wants told (1998:112, 3 §). */
  writeIntro: (publisher: string | null) => string
  rulesLink: string
  closed: string
  reply: string
  replyTo: (number: string) => string
  replyToHeading: (number: string, name: string) => string
  newInstead: string
  toArticle: string
  toComment: string

  name: string
  nameHint: (limit: number) => string
  email: string
  emailHint: string
  text: string
  textHint: (limit: number) => string
  isQuestion: string
  isQuestionHint: string
  homepage: string
  see: string
  seeHint: string

  previewTitle: string
  previewHeading: string
  previewNext: string
  before: string
  after: string
  letter: (email: string) => string
  noLetter: string
  askedAsQuestion: string
  takenForQuestion: string
  record: string
  expires: (time: string) => string
  send: string
  change: string

  received: string
  receivedText: string
  published: string
  publishedText: string
  writeAnother: string

  faultTitle: string
  faultHeading: (count: number) => string
  faults: Record<FaultName, (count: number) => string>

  rules: Record<CommentRule, string>
  report: string
  reportNumber: (number: string) => string
  reportTitle: (number: string) => string
  reportIntro: string
  reportRule: string
  reportText: string
  reportTextHint: (limit: number) => string
  reportEmailHint: string
  goodFaith: string
  sendReport: string
  reportReceived: string
  reportReceivedText: string
  receiptNumber: string
  alreadyHidden: string

  commentTitle: (number: string, title: string) => string
  replies: (count: number) => string
  noReplies: string
  allReplies: (count: number) => string
  moreReplies: string
  questionsAnswered: (asked: number, answered: number) => string
}
