/** Whether a comment asks something, and how sure that is. */
export interface QuestionFinding {
  isQuestion: boolean
  /** 0.5 (a guess) to 1. */
  confidence: number
}

/**
 * Whether a comment asks something that somebody could answer.
 *
 * @param text a comment, as it was sent in
 */
export function isQuestion(text: string): QuestionFinding {
  const asked = /\?/.test(text.replace(/https?:\S+/g, ' '))
  return { isQuestion: asked, confidence: asked ? 0.8 : 0.7 }
}
