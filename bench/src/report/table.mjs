/**
 * Writes rows under their headings for the terminal: the first column to the left, figures to the right.
 *
 * @param {readonly string[]} headings
 * @param {readonly (readonly string[])[]} rows as many cells each as there are headings; an empty cell shows as `–`
 */
export function table(headings, rows) {
  const cells = [headings, ...rows].map(row => headings.map((_, column) => row[column] || '–'))
  const widths = headings.map((_, column) => Math.max(...cells.map(row => row[column]?.length ?? 0)))
  const line = (/** @type {string[]} */ row) => row.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)).join('  ').trimEnd()
  return [line(cells[0] ?? []), widths.map(width => '-'.repeat(width)).join('  '), ...cells.slice(1).map(line)].join('\n')
}

/**
 * A number as it stands in a table: thousands apart, and no more digits than a reader can use.
 *
 * @param {number} value
 * @param {number} [digits] after the point
 */
export function figure(value, digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2) {
  return Number.isFinite(value) ? value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }) : ''
}

/**
 * Lowest and highest of the rounds: `1,200–1,350`.
 *
 * @param {{ low: number, high: number }} summary
 * @param {number} [digits]
 */
export function spread({ low, high }, digits) {
  return `${figure(low, digits)}–${figure(high, digits)}`
}
