/** How often a yes or no was right. */
export interface Confusion {
  truePositives: number
  falsePositives: number
  falseNegatives: number
  trueNegatives: number
}

/** The same with what follows from it. */
export interface Measures extends Confusion {
  /** Of those said to be: how many are. 1 when none was said to be. */
  precision: number
  /** Of those that are: how many were said to be. 1 when there are none. */
  recall: number
}

/**
 * Counts a confusion matrix.
 *
 * @param answers for each case what it is and what was said
 */
export function measure(answers: readonly { is: boolean, said: boolean }[]): Measures {
  const count = (is: boolean, said: boolean) => answers.filter(answer => answer.is === is && answer.said === said).length
  const confusion = { truePositives: count(true, true), falsePositives: count(false, true), falseNegatives: count(true, false), trueNegatives: count(false, false) }
  const share = (of: number, others: number) => of + others === 0 ? 1 : of / (of + others)
  return {
    ...confusion,
    precision: share(confusion.truePositives, confusion.falsePositives),
    recall: share(confusion.truePositives, confusion.falseNegatives),
  }
}
