/** The texts of the public account of how comments are looked after. */
export interface OpennessMessages {
  title: string
  titleOf: (name: string) => string
  intro: string
  introOf: (name: string) => string
  now: string
  waitingComments: (count: number) => string
  waitingQuestions: (count: number) => string
  oldestQuestion: (wait: string) => string
  inTotal: string
  total: (received: number, approved: number) => string
  totalQuestions: (asked: number, answered: number) => string
  median: (time: string) => string
  byMonth: string
  month: string
  received: string
  approved: string
  declined: string
  hidden: string
  spam: string
  withdrawn: string
  questions: string
  asked: string
  answered: string
  medianTime: string
  noAnswer: string
  byRule: string
  rule: string
  /** One that the rules of today do not have. */
  otherRule: string
  noRule: string
  reports: string
  reportsByMonth: string
  reportsReceived: string
  upheld: string
  rejected: string
  noReports: string
  nothing: string
  meanings: string
  meaning: Record<'received' | 'approved' | 'declined' | 'hidden' | 'spam' | 'withdrawn' | 'asked' | 'medianTime' | 'reports', string>
  json: string
  wholeSite: string
  /** From an organisation's page. */
  about: string
  organisations: string
}
