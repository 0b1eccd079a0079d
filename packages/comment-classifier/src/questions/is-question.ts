import type { Sentence } from './sentences.js'
import { READ_LIMIT } from '../features/features-of.js'
import { sentencesOf } from './sentences.js'
import { answers, asksIndirectly, isRhetorical, seeksAssent } from './signs.js'
import { holdsAskingWord, holdsVerb, standsAsQuestion } from './word-order.js'

/** Whether a comment asks something, and how sure that is. */
export interface QuestionFinding {
  isQuestion: boolean
  /** 0.5 (a guess) to 1. */
  confidence: number
}

/**
 * Whether a comment asks something that somebody could answer, in Swedish or English. A question needs no mark ("undrar om…",
 * "ska ni ploga…"), and a mark makes no question ("eller hur?", what is quoted, what is answered at once).
 *
 * @param text a comment, as it was sent in
 */
export function isQuestion(text: string): QuestionFinding {
  const sentences = sentencesOf(text.slice(0, READ_LIMIT))
  const likelihood = sentences.reduce((most, sentence, at) => Math.max(most, likelihoodOf(sentence, sentences[at + 1])), 0.05)
  return { isQuestion: likelihood >= 0.5, confidence: Math.max(likelihood, 1 - likelihood) }
}

function likelihoodOf({ words, marked }: Sentence, next: Sentence | undefined): number {
  const said = words.join(' ')
  if (words.length === 0 || isRhetorical(said))
    return 0.15
  if (asksIndirectly(said))
    return marked ? 0.95 : 0.85
  if (!marked)
    return standsAsQuestion(words) ? 0.75 : 0.05
  if (seeksAssent(said) || (next !== undefined && answers([...next.opening, ...next.words].join(' '))))
    return 0.2
  if (standsAsQuestion(words))
    return 0.95
  // "Ny bro? Fantastiskt!": what is taken up to be spoken of.
  if (words.length < 5 && !holdsAskingWord(words) && (next !== undefined || !holdsVerb(words)))
    return 0.3
  return 0.8
}
