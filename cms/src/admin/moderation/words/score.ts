const percent = new Intl.NumberFormat('sv-SE', { style: 'percent', maximumFractionDigits: 0 })

/** How sure the classifier is that a text is spam, from 0 to 1. */
export const scoreInWords = (score: number): string => `Texten liknar skräppost till ${percent.format(score)}.`
