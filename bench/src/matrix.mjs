/**
 * A confusion matrix with what follows from it, for the terminal.
 *
 * @param {string} title
 * @param {[yes: string, no: string]} names of what is and what is not
 * @param {import('@klartext/comment-classifier/training').Measures} measures
 */
export function matrix(title, [yes, no], { truePositives, falsePositives, falseNegatives, trueNegatives, precision, recall }) {
  const row = (/** @type {(string | number)[]} */ ...cells) => cells.map((cell, at) => at === 0 ? String(cell).padEnd(16) : String(cell).padStart(14)).join('')
  return [
    title,
    row('', `said ${yes}`, `said ${no}`),
    row(`is ${yes}`, truePositives, falseNegatives),
    row(`is ${no}`, falsePositives, trueNegatives),
    `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${truePositives + falsePositives + falseNegatives + trueNegatives} comments`,
  ].map((line, at) => at === 0 ? line : `  ${line}`).join('\n')
}
