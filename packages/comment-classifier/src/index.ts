export { BUCKETS, EVERY_COMMENT, featuresOf } from './features/features-of.js'
export { isQuestion, type QuestionFinding } from './questions/is-question.js'
export type { Counts, Learnt } from './spam/learnt.js'
export { scoreSpam, SPAM_THRESHOLD } from './spam/score-spam.js'
