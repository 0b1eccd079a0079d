/** What the spam rules say, by their names in the policy; a rule that has no words of its own is named. */
const findingWords: Record<string, string> = {}

const percent = new Intl.NumberFormat('sv-SE', { style: 'percent', maximumFractionDigits: 0 })

/** A finding of a spam rule as a sentence. */
export function findingInWords({ rule, detail }: { rule: string, detail: string }): string {
  const words = findingWords[rule] ?? `Regeln ”${rule}” slog till.`
  return detail ? `${words} (${detail})` : words
}

/** How sure the classifier is, from 0 to 1. */
export const scoreInWords = (score: number): string => `Skräppostfiltret bedömer risken till ${percent.format(score)}.`
